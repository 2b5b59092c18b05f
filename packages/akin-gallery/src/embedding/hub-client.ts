import { HubApiError } from "@huggingface/hub";
import { AkinError } from "../akin-error.js";
import { describeError, errorCode } from "../describe-error.js";

/** How long to wait for the network. */
export interface Patience {
  /** Until an answer begins, in milliseconds; a build without a network is to know within 5 seconds. */
  answerMs: number;
  /** Between two pieces of an answer. */
  stallMs: number;
}

export const PATIENCE: Patience = { answerMs: 4000, stallMs: 30_000 };

/** What every call of `@huggingface/hub` gets: mirror (`HF_ENDPOINT`), token (`HF_TOKEN`), patience. */
export function hubOptions(signal: AbortSignal, { answerMs }: Patience) {
  const { HF_ENDPOINT, HF_TOKEN } = process.env;
  return {
    ...(HF_ENDPOINT ? { hubUrl: HF_ENDPOINT.replace(/\/+$/, "") } : {}),
    ...(HF_TOKEN ? { accessToken: HF_TOKEN } : {}),
    fetch: impatientFetch(signal, answerMs),
  };
}

/** Gives up when no answer begins in time; how long the answer itself takes is not limited. */
function impatientFetch(signal: AbortSignal, answerMs: number): typeof fetch {
  return async (input, init) => {
    const patience = new AbortController();
    const timer = setTimeout(
      () => patience.abort(new Error(`no answer within ${answerMs / 1000} s`)),
      answerMs,
    );
    try {
      return await fetch(input, { ...init, signal: AbortSignal.any([signal, patience.signal]) });
    } finally {
      clearTimeout(timer);
    }
  };
}

/** The error of a model that can't be had: one line that says why, and what to do where something can be done. */
export function notDownloaded(repository: string, error: unknown): AkinError {
  if (error instanceof AkinError) return error;
  const message = `The model ${repository} can't be downloaded: ${reason(error, repository)}.`;
  return new AkinError("MODEL_NOT_AVAILABLE", message, { cause: error });
}

/** Whether trying again at once may help: a connection that broke, not an answer that says no. */
export function isPassing(error: unknown): boolean {
  if (error instanceof AkinError) return false;
  if (error instanceof HubApiError) return error.statusCode >= 500;
  return !isDiskError(error);
}

const DISK_ERRORS = new Set(["ENOSPC", "EDQUOT", "EACCES", "EPERM", "EROFS", "ENOTDIR", "EIO"]);

function isDiskError(error: unknown): boolean {
  return DISK_ERRORS.has(errorCode(error) ?? "");
}

function reason(error: unknown, repository: string): string {
  if (error instanceof HubApiError) return answerReason(error.statusCode, repository);
  if (isDiskError(error)) {
    return `its cache can't be written, ${describeError(error)}; HF_HOME names another folder for it`;
  }
  const text = describeError(innermost(error)).replace(/\.$/, "");
  if (/^Invalid URL/.test(text)) return `HF_ENDPOINT is no URL: ${process.env.HF_ENDPOINT}`;
  if (/is not valid JSON/.test(text)) {
    return "something that is not the hub has answered, as a network's login page does";
  }
  if (/access token must start/.test(text)) return "HF_TOKEN is no token: they begin with hf_";
  return `${text}${proxyHint()}`;
}

/**
 * `fetch` hides the reason ("connect ECONNREFUSED …") in the cause, and where a host has several addresses, in a list
 * within it; the hub's library passes some on as text.
 */
function innermost(error: unknown): unknown {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  return cause instanceof AggregateError && cause.message === "" ? cause.errors[0] : cause;
}

function answerReason(status: number, repository: string): string {
  const { HF_ENDPOINT, HF_TOKEN } = process.env;
  const hub = HF_ENDPOINT ? new URL(HF_ENDPOINT).host : "huggingface.co";
  const withToken = HF_TOKEN ? "HF_TOKEN does not open it" : "a private one needs HF_TOKEN";
  switch (status) {
    case 401:
      return `${hub} shows nobody a repository of that name without leave (401); ${withToken}`;
    case 403:
      return `${hub} refuses access (403): accept the terms of ${repository} there; ${withToken}`;
    case 404:
      return `${hub} has no such repository or revision (404); check the name`;
    case 429:
      return `${hub} has had too many requests (429); try again in some minutes`;
    default:
      return `${hub} answered with an error (${status}); try again later`;
  }
}

/** Node's fetch takes no proxy from the environment by itself. */
function proxyHint(): string {
  const { HTTPS_PROXY, https_proxy, NODE_USE_ENV_PROXY } = process.env;
  if (!(HTTPS_PROXY || https_proxy) || NODE_USE_ENV_PROXY) return "";
  return " (Node 22.21 and later use HTTPS_PROXY when NODE_USE_ENV_PROXY=1 is set)";
}
