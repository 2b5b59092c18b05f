/** What the benchmark uses of SQLite's JavaScript, official or the peer's. */
export interface SqliteModule {
  default(): Promise<{
    oo1: { DB: new (name: string) => PeerDatabase };
    capi: {
      SQLITE_DESERIALIZE_FREEONCLOSE: number;
      SQLITE_DESERIALIZE_READONLY: number;
      sqlite3_js_db_export(db: PeerDatabase): Uint8Array;
      sqlite3_deserialize(
        db: number,
        schema: string,
        memory: number,
        bytes: number,
        room: number,
        flags: number,
      ): number;
    };
    wasm: { alloc(bytes: number): number; heap8u(): Uint8Array };
  }>;
}

export interface PeerDatabase {
  pointer: number;
  exec(sql: string): void;
  close(): void;
  prepare(sql: string): {
    bind(index: number, value: number | Uint8Array): void;
    step(): boolean;
    get(into: unknown[]): unknown[];
    reset(): void;
    finalize(): void;
  };
}
