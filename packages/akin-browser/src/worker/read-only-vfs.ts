import type { Sqlite3Static, WasmPointer } from "@sqlite.org/sqlite-wasm";
import { sizeOf } from "../source/byte-source.js";
import type { PieceCache } from "../source/piece-cache.js";

/** The name that SQLite knows it by. */
const NAME = "akin";

/** Bytes of `sqlite3_file`: a pointer in 32-bit WebAssembly; nothing of ours is there. */
const FILE_BYTES = 4;

type Sqlite3File = { $pMethods: WasmPointer; dispose(): void };

/**
 * SQLite's view of files that are fetched piece by piece. Read-only and without locks: nobody writes to them. Where a
 * piece is missing SQLite fails with "disk I/O error", and the file's cache knows which one it was.
 */
export class ReadOnlyVfs {
  readonly #files = new Map<string, PieceCache>();
  readonly #opened = new Map<WasmPointer, PieceCache>();

  /** Registers it with SQLite. */
  constructor(sqlite3: Sqlite3Static) {
    const { capi } = sqlite3;
    const io = new capi.sqlite3_io_methods();
    // The package's types leave out the `$` of this member.
    Object.assign(io, { $iVersion: 1 });
    const vfs = new capi.sqlite3_vfs();
    vfs.$iVersion = 1;
    vfs.$szOsFile = FILE_BYTES;
    vfs.$mxPathname = 512;
    // Randomness is that of the build's own VFS.
    const own = new capi.sqlite3_vfs(capi.sqlite3_vfs_find(null));
    Object.assign(vfs, members(own, ["$xRandomness", "$xSleep"]));
    own.dispose();
    sqlite3.vfs.installVfs({
      io: { struct: io, methods: this.#ioMethods(sqlite3) },
      vfs: { struct: vfs, methods: this.#vfsMethods(sqlite3, io.pointer), name: NAME },
    });
  }

  /** All files that were added. */
  get files(): Iterable<PieceCache> {
    return this.#files.values();
  }

  /** @returns the URI by which SQLite opens it */
  add(name: string, file: PieceCache): string {
    this.#files.set(name, file);
    return `file:${name}?vfs=${NAME}&mode=ro&immutable=1`;
  }

  #ioMethods({ capi, wasm }: Sqlite3Static) {
    // Each has a function of its own: one that is given twice is installed once, with one signature.
    return {
      xClose: (file: WasmPointer) => {
        this.#opened.delete(file);
        return capi.SQLITE_OK;
      },
      xRead: (file: WasmPointer, target: WasmPointer, count: number, offset: number) => {
        // The heap is asked for anew each time: it moves when it grows.
        const bytes = wasm.heap8u().subarray(target, target + count);
        const read = this.#opened.get(file)?.read(Number(offset), bytes) ?? null;
        if (read === null) return capi.SQLITE_IOERR_READ;
        if (read === count) return capi.SQLITE_OK;
        bytes.fill(0, read);
        return capi.SQLITE_IOERR_SHORT_READ;
      },
      xFileSize: (file: WasmPointer, size: WasmPointer) => {
        const opened = this.#opened.get(file);
        wasm.poke64(size, BigInt(opened === undefined ? 0 : sizeOf(opened.source)));
        return capi.SQLITE_OK;
      },
      xWrite: () => capi.SQLITE_READONLY,
      xTruncate: () => capi.SQLITE_READONLY,
      xSync: () => capi.SQLITE_OK,
      xLock: () => capi.SQLITE_OK,
      xUnlock: () => capi.SQLITE_OK,
      xCheckReservedLock: (_file: WasmPointer, isReserved: WasmPointer) => {
        wasm.poke32(isReserved, 0);
        return capi.SQLITE_OK;
      },
      xFileControl: () => capi.SQLITE_NOTFOUND,
      // That the file never changes is in the URI.
      xDeviceCharacteristics: () => capi.SQLITE_OK,
    };
  }

  #vfsMethods({ capi, wasm }: Sqlite3Static, ioMethods: WasmPointer) {
    return {
      xOpen: (
        _vfs: WasmPointer,
        name: WasmPointer,
        file: WasmPointer,
        _flags: number,
        flagsOut: WasmPointer,
      ) => {
        const added = this.#files.get(wasm.cstrToJs(name) ?? "");
        if (added === undefined) return capi.SQLITE_CANTOPEN;
        const struct: Sqlite3File = new capi.sqlite3_file(file);
        struct.$pMethods = ioMethods;
        struct.dispose();
        this.#opened.set(file, added);
        if (flagsOut) wasm.poke32(flagsOut, capi.SQLITE_OPEN_READONLY);
        return capi.SQLITE_OK;
      },
      xDelete: () => capi.SQLITE_READONLY,
      xAccess: (_vfs: WasmPointer, _name: WasmPointer, _flags: number, exists: WasmPointer) => {
        // Asked of journals only, of which there are none.
        wasm.poke32(exists, 0);
        return capi.SQLITE_OK;
      },
      xFullPathname: (_vfs: WasmPointer, name: WasmPointer, room: number, full: WasmPointer) => {
        const path = wasm.cstrToJs(name) ?? "";
        return wasm.cstrncpy(full, name, room) > path.length
          ? capi.SQLITE_OK
          : capi.SQLITE_CANTOPEN;
      },
      xGetLastError: () => capi.SQLITE_OK,
      xCurrentTime: (_vfs: WasmPointer, julianDay: WasmPointer) => {
        wasm.poke(julianDay, 2440587.5 + Date.now() / 864e5, "double");
        return capi.SQLITE_OK;
      },
    };
  }
}

/** What a struct has of these members; the package's types leave those out that hold functions. */
function members(struct: object, names: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(names.map((name) => [name, Reflect.get(struct, name)]));
}
