/** What TypeScript would read out of the files is wider, and takes it long. */
declare module "world-atlas/countries-110m.json" {
  const topology: import("topojson-specification").Topology<{
    countries: import("topojson-specification").GeometryCollection<{ name: string }>;
  }>;
  export default topology;
}

declare module "world-atlas/countries-50m.json" {
  const topology: import("topojson-specification").Topology<{
    countries: import("topojson-specification").GeometryCollection<{ name: string }>;
  }>;
  export default topology;
}
