#!/usr/bin/env node
const { availableParallelism } = require("node:os");
// Decoded photos are megabytes outside V8's heap, for which it collects garbage with nearly every one; to mark in steps
// instead of at once costs 7 % of a build's CPU time.
require("node:v8").setFlagsFromString("--no-incremental-marking");
// libuv's threads decode and encode the photos. There are four unless this is set before the first one starts, and
// Node's loader of ES modules starts them: hence a CommonJS file.
process.env.UV_THREADPOOL_SIZE ??= String(Math.max(4, availableParallelism() + 2));
import("../dist/cli/main.js");
