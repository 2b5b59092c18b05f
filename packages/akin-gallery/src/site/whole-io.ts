import { readSync, writeSync } from "node:fs";

/** Writes all bytes: the system may take only some of them, as when the disk is getting full. */
export function writeWhole(handle: number, bytes: Uint8Array, offset: number): void {
  for (let done = 0; done < bytes.length; ) {
    done += writeSync(handle, bytes, done, bytes.length - done, offset + done);
  }
}

/** Reads as many bytes as fit into `target`. @throws RangeError if the file ends before that */
export function readWhole(handle: number, target: Uint8Array, offset: number): void {
  for (let done = 0; done < target.length; ) {
    const read = readSync(handle, target, done, target.length - done, offset + done);
    if (read === 0) throw new RangeError(`the file ends at ${offset + done}, more was expected`);
    done += read;
  }
}
