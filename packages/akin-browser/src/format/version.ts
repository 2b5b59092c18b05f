/** Version of `site/` (manifest, grid blocks, cards, searchable database, vectors). A reader refuses any other. */
export const SITE_FORMAT_VERSION = 1;

/** Version of `database.db` and `vectors.db`. Akin refuses a newer one rather than damage it. */
export const DATABASE_FORMAT_VERSION = 1;

/** SQLite's `application_id` of both databases: "Akin" in ASCII. */
export const APPLICATION_ID = 0x416b696e;
