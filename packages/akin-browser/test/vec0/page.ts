import startSqlite from "@sqlite.org/sqlite-wasm";
import { registerVec0 } from "../../src/vec0/index.js";
import { type Answer, openInWasm, wasmAnswer } from "./answers.js";
import { casesFromJson } from "./case-json.js";

/** Answers `cases.json` on `corpus.db`. */
export async function answerCases(): Promise<Answer[]> {
  const file = new Uint8Array(await (await fetch("corpus.db")).arrayBuffer());
  const cases = casesFromJson(await (await fetch("cases.json")).text());
  Object.assign(globalThis, { sqlite3ApiConfig: { warn() {} } });
  const sqlite3 = await startSqlite();
  const db = openInWasm(sqlite3, file);
  registerVec0(sqlite3, db);
  return cases.map((each) => wasmAnswer(db, each));
}
