import { OpenedDatabases } from "./opened-databases.js";
import { serveRequests } from "./serve-requests.js";

/** The worker of a gallery. */
serveRequests(new OpenedDatabases());
