#!/usr/bin/env node
// libuv's threads decode and encode the photos. There are four unless this is set before the first one starts, and
// Node's loader of ES modules starts them: hence a CommonJS file.
const { availableParallelism } = require("node:os");
process.env.UV_THREADPOOL_SIZE ??= String(Math.max(4, availableParallelism() + 2));
import("../dist/cli/main.js");
