import { topScoresModel } from "./onnx-graph.js";

/** The rows of a database with the highest dot products, for each of q queries. */
export interface TopScores {
  /** q x size dot products in float32, each row descending. */
  scores: Float32Array;
  /** q x size rows of the database. */
  rows: Int32Array;
}

/** Matrix product and selection in one graph of onnxruntime, the fastest matrix product at hand. */
export interface TopScoresEngine {
  /**
   * @param queries q x D, row after row
   * @param database n x D, row after row; read in place
   * @param size how many rows to select, at most n
   */
  run(queries: Float32Array, database: Float32Array, size: number): Promise<TopScores>;
}

/**
 * Opens an engine for as long as some work needs it: a millisecond, and some tens more the first time in a process.
 * @param dimensions length D of the vectors
 */
export async function withTopScores(
  dimensions: number,
  work: (engine: TopScoresEngine) => Promise<void>,
): Promise<void> {
  // Loaded here and not above: a build in which nothing changed shouldn't wait for a native library.
  const { InferenceSession, Tensor } = await import("onnxruntime-node");
  const session = await InferenceSession.create(topScoresModel(), {
    logSeverityLevel: 3,
    // Without the arena each block's scores are given back to the system after the block.
    enableCpuMemArena: false,
    // Between blocks this thread works alone: threads that spin meanwhile only take its processor.
    extra: { session: { intra_op: { allow_spinning: "0" } } },
  });
  const matrix = (values: Float32Array) =>
    new Tensor("float32", values, [values.length / dimensions, dimensions]);
  const run: TopScoresEngine["run"] = async (queries, database, size) => {
    const k = new Tensor("int64", BigInt64Array.of(BigInt(size)), [1]);
    const feeds = { queries: matrix(queries), database: matrix(database), k };
    const { scores, rows } = await session.run(feeds);
    if (!(scores?.data instanceof Float32Array) || !(rows?.data instanceof Int32Array))
      throw new TypeError("onnxruntime gave other types than the graph's.");
    return { scores: scores.data, rows: rows.data };
  };
  try {
    await work({ run });
  } finally {
    await session.release();
  }
}
