export { dumpDatabases, dumpFolder, openWithVectors } from "../../bench/faults/dump-gallery.js";
