import { AkinError } from "../akin-error.js";
import { errorCode } from "../describe-error.js";
import { PhotoError } from "../photos/photo-error.js";
import { isWasmTrap } from "../photos/wasm-trap.js";
import type { SentError } from "./worker-messages.js";

const GAVE_UP: SentError = {
  kind: "photo",
  code: "BROKEN_IMAGE",
  message: "can't be decoded: its decoder gave up",
};

/** What another process is told of an error. */
export function sentError(error: unknown): SentError {
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof PhotoError) return { kind: "photo", code: error.code, message };
  if (error instanceof AkinError) return { kind: "akin", code: error.code, message };
  if (isWasmTrap(error)) return GAVE_UP;
  const code = errorCode(error);
  return code === undefined ? { kind: "other", message } : { kind: "system", code, message };
}

/** The error again that another process had. */
export function receivedError(sent: SentError): Error {
  if (sent.kind === "photo") return new PhotoError(sent.code, sent.message);
  if (sent.kind === "akin") return new AkinError(sent.code, sent.message);
  const error = new Error(sent.message);
  return sent.kind === "system" ? Object.assign(error, { code: sent.code }) : error;
}
