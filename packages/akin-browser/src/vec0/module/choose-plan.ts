import type { Column, Declaration } from "../declaration/declaration.js";
import type { Constraint, IndexInfo } from "./index-info.js";
import type { Operator, Term } from "./query-plan.js";

// SQLITE_INDEX_CONSTRAINT_…
const EQ = 2;
const MATCH = 64;
const LIMIT = 73;
const OFFSET = 74;
const OPERATORS: Record<number, Operator> = {
  2: "=",
  4: ">",
  8: "<=",
  16: "<",
  32: ">=",
  68: "!=",
};

/**
 * xBestIndex: a nearest-neighbour query where there is a `MATCH`, else a row by its key, else all rows. Costs are sqlite-vec's,
 * so that joins run in the same order.
 *
 * @throws Error in sqlite-vec's words
 */
export function choosePlan(declaration: Declaration, info: IndexInfo): void {
  const matches = info.constraints.filter(
    ({ operator, column }) =>
      operator === MATCH && columnOf(declaration, column)?.kind === "vector",
  );
  if (matches.length > 1) {
    throw new Error("only 1 MATCH operator is allowed in a single vec0 query");
  }
  const keys = info.constraints.filter(({ operator, column }) => operator === EQ && column === 0);
  if (keys.filter(({ isIn }) => isIn).length > 1) {
    throw new Error("only 1 'rowid in (..)' operator is allowed in a single vec0 query");
  }
  const [match] = matches;
  const key = keys.findLast(({ isIn }) => !isIn);
  if (match) planNearest(declaration, info, match);
  else if (key) {
    info.use(key);
    info.answer({ kind: "point", terms: [{ kind: "id" }] }, 10, 1);
  } else info.answer({ kind: "all", terms: [] }, 3_000_000, 100_000);
}

function planNearest(declaration: Declaration, info: IndexInfo, match: Constraint): void {
  const vector = columnOf(declaration, match.column)?.index ?? 0;
  const terms: Term[] = [];
  const use = (constraint: Constraint, term: Term) => {
    info.use(constraint, term.kind === "rowids" || ("operator" in term && term.operator === "in"));
    terms.push(term);
  };
  const k = limitOf(declaration, info);
  refuseOtherOrder(declaration, info);
  const constraints = info.constraints.filter(
    ({ operator }) => operator !== LIMIT && operator !== OFFSET,
  );
  if (constraints.some(({ column }) => columnOf(declaration, column)?.kind === "auxiliary")) {
    throw new Error(
      "An illegal WHERE constraint was provided on a vec0 auxiliary column in a KNN query.",
    );
  }
  use(match, { kind: "match" });
  use(k, { kind: "k" });
  const rowids = constraints.find(
    ({ operator, column, isIn }) => operator === EQ && column === 0 && isIn,
  );
  if (rowids) use(rowids, { kind: "rowids" });
  for (const kind of ["partition", "metadata"] as const) {
    for (const constraint of constraints) {
      const column = columnOf(declaration, constraint.column);
      if (column?.kind !== kind) continue;
      const operator =
        column.kind === "metadata"
          ? metadataOperator(column, constraint)
          : OPERATORS[constraint.operator];
      // SQLite itself looks after what a partition can't.
      if (operator) use(constraint, { kind, index: column.index, operator });
    }
  }
  for (const constraint of constraints) {
    if (constraint.column !== distanceColumn(declaration)) continue;
    const operator = OPERATORS[constraint.operator];
    if (operator === undefined || operator === "=" || operator === "!=") {
      throw new Error(
        "Illegal WHERE constraint on distance column in a KNN query. Only one of GT, GE, LT, LE constraints are allowed.",
      );
    }
    use(constraint, { kind: "distance", operator });
  }
  info.answer({ kind: "nearest", vector, terms }, 30, 10);
}

function limitOf(declaration: Declaration, { constraints }: IndexInfo): Constraint {
  const limit = constraints.findLast(({ operator }) => operator === LIMIT);
  const k = constraints.findLast(
    ({ operator, column }) => operator === EQ && column === distanceColumn(declaration) + 1,
  );
  if (limit && k) throw new Error("Only LIMIT or 'k =?' can be provided, not both");
  const either = limit ?? k;
  if (either) return either;
  throw new Error("A LIMIT or 'k = ?' constraint is required on vec0 knn queries.");
}

function refuseOtherOrder(declaration: Declaration, { orderBy }: IndexInfo): void {
  const [order, another] = orderBy;
  if (another) {
    throw new Error("Only a single 'ORDER BY distance' clause is allowed on vec0 KNN queries");
  }
  if (order && order.column !== distanceColumn(declaration)) {
    throw new Error(
      "Only a single 'ORDER BY distance' clause is allowed on vec0 KNN queries, not on other columns",
    );
  }
  if (order?.descending) {
    throw new Error(
      "Only ascending in ORDER BY distance clause is supported, DESC is not supported yet.",
    );
  }
}

function metadataOperator(
  column: Column & { kind: "metadata" },
  { operator, isIn }: Constraint,
): Operator {
  if (isIn && operator === EQ) {
    if (column.type === "integer" || column.type === "text") return "in";
    throw new Error("'xxx in (...)' is only available on INTEGER or TEXT metadata columns.");
  }
  const found = OPERATORS[operator];
  if (found === undefined) {
    throw new Error(
      "An illegal WHERE constraint was provided on a vec0 metadata column in a KNN query. Only one of EQUALS, GREATER_THAN, LESS_THAN_OR_EQUAL, LESS_THAN, GREATER_THAN_OR_EQUAL, NOT_EQUALS is allowed.",
    );
  }
  if (column.type === "boolean" && found !== "=" && found !== "!=") {
    throw new Error(
      "ONLY EQUALS (=) or NOT_EQUALS (!=) operators are allowed on boolean metadata columns.",
    );
  }
  return found;
}

function columnOf({ columns }: Declaration, column: number): Column | undefined {
  return columns[column - 1];
}

/** SQLite's number of the hidden column `distance`; `k` comes after it. */
export function distanceColumn({ columns }: Declaration): number {
  return columns.length + 1;
}
