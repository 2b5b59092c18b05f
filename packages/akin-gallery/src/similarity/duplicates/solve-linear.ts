/**
 * Solves a system of linear equations by Gaussian elimination with partial pivoting.
 *
 * @param matrix n x n, row after row; changed
 * @param right n values; changed
 * @returns the n unknowns; 0 for those that the equations leave open
 */
export function solveLinear(matrix: Float64Array, right: Float64Array): Float64Array {
  const size = right.length;
  const at = (row: number, column: number) => matrix[row * size + column] ?? 0;
  for (let column = 0; column < size; column++) {
    let pivot = column;
    for (let row = column + 1; row < size; row++) {
      if (Math.abs(at(row, column)) > Math.abs(at(pivot, column))) pivot = row;
    }
    if (at(pivot, column) === 0) continue;
    swapRows(matrix, right, pivot, column);
    for (let row = column + 1; row < size; row++) {
      const factor = at(row, column) / at(column, column);
      for (let i = column; i < size; i++)
        matrix[row * size + i] = at(row, i) - factor * at(column, i);
      right[row] = (right[row] ?? 0) - factor * (right[column] ?? 0);
    }
  }
  const unknowns = new Float64Array(size);
  for (let row = size - 1; row >= 0; row--) {
    let value = right[row] ?? 0;
    for (let i = row + 1; i < size; i++) value -= at(row, i) * (unknowns[i] ?? 0);
    unknowns[row] = at(row, row) === 0 ? 0 : value / at(row, row);
  }
  return unknowns;
}

function swapRows(matrix: Float64Array, right: Float64Array, a: number, b: number): void {
  if (a === b) return;
  const size = right.length;
  for (let i = 0; i < size; i++) {
    const value = matrix[a * size + i] ?? 0;
    matrix[a * size + i] = matrix[b * size + i] ?? 0;
    matrix[b * size + i] = value;
  }
  const value = right[a] ?? 0;
  right[a] = right[b] ?? 0;
  right[b] = value;
}
