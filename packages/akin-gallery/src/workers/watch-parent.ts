// A thread that ends its process when the parent is gone, whatever the main thread is at.
const WATCH_MS = 1000;
const parent = process.ppid;

setInterval(() => {
  if (!isParentThere()) process.kill(process.pid, "SIGKILL");
}, WATCH_MS);

function isParentThere(): boolean {
  if (process.ppid !== parent) return false;
  if (process.platform !== "win32") return true;
  try {
    // Windows keeps telling the number of a parent that has ended.
    return process.kill(parent, 0);
  } catch {
    return false;
  }
}
