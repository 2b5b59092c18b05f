import { OpenedFiles } from "./opened-files.js";
import { serveRequests } from "./serve-requests.js";

/** The worker of plain files: a script of its own, so that galleries need not load what tables of sqlite-vec take. */
serveRequests(new OpenedFiles());
