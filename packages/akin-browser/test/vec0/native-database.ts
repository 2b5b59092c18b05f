import { rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync, type DatabaseSyncInstance } from "@photostructure/sqlite";
import { getLoadablePath } from "sqlite-vec";

/** A database in a file with native sqlite-vec, which the tests compare with. */
export class NativeDatabase {
  readonly file: string;
  readonly db: DatabaseSyncInstance;

  constructor(name: string) {
    this.file = join(tmpdir(), `akin-vec0-${process.pid}-${name}.db`);
    rmSync(this.file, { force: true });
    this.db = new DatabaseSync(this.file, { allowExtension: true });
    this.db.exec("PRAGMA synchronous = OFF");
    this.db.enableLoadExtension(true);
    this.db.loadExtension(getLoadablePath());
  }

  close(): void {
    this.db.close();
    rmSync(this.file, { force: true });
  }
}
