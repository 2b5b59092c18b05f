import { readFileSync } from "node:fs";
import startSqlite from "@sqlite.org/sqlite-wasm";
import { test } from "vitest";
import { registerVec0 } from "../src/vec0/index.js";
import { nativeAnswer, openInWasm, wasmAnswer } from "./vec0/answers.js";
import { NativeDatabase } from "./vec0/native-database.js";
import { Random } from "./vec0/random.js";
import { randomQuery } from "./vec0/random-query.js";
import { makeRandomTable } from "./vec0/random-table.js";
test("x", async () => {
  const s = await startSqlite();
  const all: [number, string][] = [];let t0=0,t1=0;
  for (let seed = 0; seed < 5; seed++) {
    const random = new Random(1000 + seed);
    const native = new NativeDatabase(`differential-${seed}`);
      native.db.exec("CREATE TABLE label(word)");
      const tables = random.list(6, (i) => makeRandomTable(native.db, random, `t${i}`));
      let a=performance.now();
      const file=readFileSync(native.file);
      const db = openInWasm(s, file);
      registerVec0(s, db);
      t0+=performance.now()-a;
      for (const table of tables) for (let i = 0; i < 40; i++) {
          const query = randomQuery(random, table);
          a=performance.now();
          wasmAnswer(db, query);
          all.push([performance.now()-a, `${file.length} ${query.sql}`]);
      }
      native.close();
  }
  all.sort((a,b)=>b[0]-a[0]);
  console.log(t0, all.reduce((s,[a])=>s+a,0), all[all.length>>1], all.slice(0,15).map(([t,q])=>t.toFixed(1)+" "+q.slice(0,200)));
});
