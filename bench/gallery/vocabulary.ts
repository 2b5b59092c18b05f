/** Words of made-up tags, titles and descriptions, from frequent to rare. */
export const WORDS: readonly string[] = `
  sea beach mountain city family garden sunset river dog street children birthday forest lake snow flowers
  church market bridge cat holiday castle boat tree sky portrait friends dinner wedding hiking harbour island
  museum autumn spring winter summer night lights concert bird butterfly horse cow sheep goat duck swan heron
  eagle owl fox deer squirrel rabbit bee spider frog fish whale waterfall cliff valley meadow field vineyard
  orchard desert dune cave canyon glacier volcano lagoon reef swamp pond stream spring-water coast bay tower
  palace temple cathedral monastery chapel mosque synagogue ruin fortress wall gate arch fountain statue column
  square alley staircase courtyard train tram bus car bicycle motorbike ship ferry sailboat canoe kayak plane
  airport station platform tunnel rails road highway crossing breakfast lunch coffee cake bread cheese wine beer
  fruit vegetables pasta pizza sushi soup salad ice-cream barbecue picnic kitchen restaurant football tennis
  running swimming skiing climbing cycling sailing surfing diving yoga dance theatre opera guitar piano choir
  band festival parade baby grandmother grandfather mother father brother sister aunt uncle cousin bride groom
  guests neighbours colleagues team class teacher school university rain fog storm clouds rainbow frost ice wind
  sunrise dusk dawn moon stars comet eclipse fire smoke shadow reflection silhouette red blue green yellow
  orange purple black-and-white colourful pastel golden macro panorama aerial long-exposure close-up abstract
  pattern texture symmetry detail house cottage barn farm windmill lighthouse mill factory crane skyscraper
  office shop library bookshop cinema hotel balcony window door roof rose tulip daisy lily orchid sunflower
  lavender poppy cherry-blossom magnolia oak pine birch palm fern moss mushroom leaf bark root halloween
  christmas easter new-year carnival fireworks lantern candle gift tree-lights market-stall costume mask balloon
  kite swing slide playground circus zoo workshop painting drawing sculpture pottery sewing knitting reading
  writing chess cards puzzle game camera telescope microscope computer robot rocket model-train
`
  .trim()
  .split(/\s+/);

/** Where made-up photos are taken, from often to rarely. */
export const PLACES = [
  { city: "Berlin", region: "Berlin", country: "Germany", latitude: 52.52, longitude: 13.4 },
  { city: "Munich", region: "Bavaria", country: "Germany", latitude: 48.14, longitude: 11.58 },
  { city: "Hamburg", region: "Hamburg", country: "Germany", latitude: 53.55, longitude: 9.99 },
  { city: "Paris", region: "Île-de-France", country: "France", latitude: 48.86, longitude: 2.35 },
  {
    city: "Nice",
    region: "Provence-Alpes-Côte d'Azur",
    country: "France",
    latitude: 43.7,
    longitude: 7.27,
  },
  { city: "Rome", region: "Lazio", country: "Italy", latitude: 41.9, longitude: 12.5 },
  { city: "Florence", region: "Tuscany", country: "Italy", latitude: 43.77, longitude: 11.26 },
  { city: "Venice", region: "Veneto", country: "Italy", latitude: 45.44, longitude: 12.32 },
  { city: "Palermo", region: "Sicily", country: "Italy", latitude: 38.12, longitude: 13.36 },
  { city: "Barcelona", region: "Catalonia", country: "Spain", latitude: 41.39, longitude: 2.17 },
  { city: "Seville", region: "Andalusia", country: "Spain", latitude: 37.39, longitude: -5.98 },
  { city: "Palma", region: "Balearic Islands", country: "Spain", latitude: 39.57, longitude: 2.65 },
  { city: "Lisbon", region: "Lisbon", country: "Portugal", latitude: 38.72, longitude: -9.14 },
  { city: "Porto", region: "Porto", country: "Portugal", latitude: 41.15, longitude: -8.61 },
  {
    city: "London",
    region: "England",
    country: "United Kingdom",
    latitude: 51.51,
    longitude: -0.13,
  },
  {
    city: "Edinburgh",
    region: "Scotland",
    country: "United Kingdom",
    latitude: 55.95,
    longitude: -3.19,
  },
  { city: "Dublin", region: "Leinster", country: "Ireland", latitude: 53.35, longitude: -6.26 },
  {
    city: "Amsterdam",
    region: "North Holland",
    country: "Netherlands",
    latitude: 52.37,
    longitude: 4.9,
  },
  { city: "Bruges", region: "West Flanders", country: "Belgium", latitude: 51.21, longitude: 3.22 },
  { city: "Zurich", region: "Zurich", country: "Switzerland", latitude: 47.38, longitude: 8.54 },
  { city: "Zermatt", region: "Valais", country: "Switzerland", latitude: 46.02, longitude: 7.75 },
  { city: "Vienna", region: "Vienna", country: "Austria", latitude: 48.21, longitude: 16.37 },
  { city: "Salzburg", region: "Salzburg", country: "Austria", latitude: 47.81, longitude: 13.05 },
  { city: "Innsbruck", region: "Tyrol", country: "Austria", latitude: 47.27, longitude: 11.4 },
  { city: "Prague", region: "Prague", country: "Czechia", latitude: 50.08, longitude: 14.44 },
  { city: "Kraków", region: "Lesser Poland", country: "Poland", latitude: 50.06, longitude: 19.94 },
  { city: "Budapest", region: "Budapest", country: "Hungary", latitude: 47.5, longitude: 19.04 },
  {
    city: "Dubrovnik",
    region: "Dubrovnik-Neretva",
    country: "Croatia",
    latitude: 42.65,
    longitude: 18.09,
  },
  { city: "Athens", region: "Attica", country: "Greece", latitude: 37.98, longitude: 23.73 },
  {
    city: "Santorini",
    region: "South Aegean",
    country: "Greece",
    latitude: 36.39,
    longitude: 25.46,
  },
  { city: "Istanbul", region: "Istanbul", country: "Türkiye", latitude: 41.01, longitude: 28.98 },
  {
    city: "Copenhagen",
    region: "Capital Region",
    country: "Denmark",
    latitude: 55.68,
    longitude: 12.57,
  },
  {
    city: "Stockholm",
    region: "Stockholm County",
    country: "Sweden",
    latitude: 59.33,
    longitude: 18.07,
  },
  { city: "Bergen", region: "Vestland", country: "Norway", latitude: 60.39, longitude: 5.32 },
  { city: "Tromsø", region: "Troms", country: "Norway", latitude: 69.65, longitude: 18.96 },
  { city: "Helsinki", region: "Uusimaa", country: "Finland", latitude: 60.17, longitude: 24.94 },
  {
    city: "Reykjavík",
    region: "Capital Region",
    country: "Iceland",
    latitude: 64.15,
    longitude: -21.94,
  },
  {
    city: "New York",
    region: "New York",
    country: "United States",
    latitude: 40.71,
    longitude: -74.01,
  },
  {
    city: "San Francisco",
    region: "California",
    country: "United States",
    latitude: 37.77,
    longitude: -122.42,
  },
  { city: "Moab", region: "Utah", country: "United States", latitude: 38.57, longitude: -109.55 },
  {
    city: "Vancouver",
    region: "British Columbia",
    country: "Canada",
    latitude: 49.28,
    longitude: -123.12,
  },
  { city: "Banff", region: "Alberta", country: "Canada", latitude: 51.18, longitude: -115.57 },
  {
    city: "Mexico City",
    region: "Mexico City",
    country: "Mexico",
    latitude: 19.43,
    longitude: -99.13,
  },
  { city: "Cusco", region: "Cusco", country: "Peru", latitude: -13.53, longitude: -71.97 },
  {
    city: "Rio de Janeiro",
    region: "Rio de Janeiro",
    country: "Brazil",
    latitude: -22.91,
    longitude: -43.17,
  },
  {
    city: "Cape Town",
    region: "Western Cape",
    country: "South Africa",
    latitude: -33.92,
    longitude: 18.42,
  },
  {
    city: "Marrakesh",
    region: "Marrakesh-Safi",
    country: "Morocco",
    latitude: 31.63,
    longitude: -7.98,
  },
  { city: "Cairo", region: "Cairo", country: "Egypt", latitude: 30.04, longitude: 31.24 },
  { city: "Jaipur", region: "Rajasthan", country: "India", latitude: 26.91, longitude: 75.79 },
  { city: "Bangkok", region: "Bangkok", country: "Thailand", latitude: 13.76, longitude: 100.5 },
  { city: "Hanoi", region: "Hanoi", country: "Vietnam", latitude: 21.03, longitude: 105.85 },
  {
    city: "Kyoto",
    region: "Kyoto Prefecture",
    country: "Japan",
    latitude: 35.01,
    longitude: 135.77,
  },
  { city: "Tokyo", region: "Tokyo", country: "Japan", latitude: 35.68, longitude: 139.69 },
  {
    city: "Sydney",
    region: "New South Wales",
    country: "Australia",
    latitude: -33.87,
    longitude: 151.21,
  },
  {
    city: "Queenstown",
    region: "Otago",
    country: "New Zealand",
    latitude: -45.03,
    longitude: 168.66,
  },
];

/** What made-up photos are taken with, from often to rarely; width and height in pixels. */
export const CAMERAS = [
  {
    make: "Apple",
    model: "iPhone 12",
    prefix: "IMG_",
    lenses: [
      "iPhone 12 back dual wide camera 4.2mm f/1.6",
      "iPhone 12 back dual wide camera 1.55mm f/2.4",
    ],
    width: 4032,
    height: 3024,
  },
  {
    make: "Canon",
    model: "Canon EOS 80D",
    prefix: "IMG_",
    lenses: ["EF-S18-135mm f/3.5-5.6 IS USM", "EF50mm f/1.8 STM"],
    width: 6000,
    height: 4000,
  },
  {
    make: "NIKON CORPORATION",
    model: "NIKON D750",
    prefix: "DSC_",
    lenses: ["24.0-120.0 mm f/4.0", "50.0 mm f/1.8"],
    width: 6016,
    height: 4016,
  },
  {
    make: "FUJIFILM",
    model: "X-T4",
    prefix: "DSCF",
    lenses: ["XF16-55mmF2.8 R LM WR", "XF35mmF1.4 R"],
    width: 6240,
    height: 4160,
  },
  {
    make: "SONY",
    model: "ILCE-7M3",
    prefix: "DSC0",
    lenses: ["FE 24-105mm F4 G OSS", "FE 85mm F1.8"],
    width: 6000,
    height: 4000,
  },
  {
    make: "Apple",
    model: "iPhone 7",
    prefix: "IMG_",
    lenses: ["iPhone 7 back camera 3.99mm f/1.8"],
    width: 4032,
    height: 3024,
  },
  {
    make: "samsung",
    model: "SM-G973F",
    prefix: "2019_",
    lenses: ["Samsung back camera"],
    width: 4032,
    height: 3024,
  },
  {
    make: "Panasonic",
    model: "DC-GX9",
    prefix: "P101",
    lenses: ["LUMIX G VARIO 12-60/F3.5-5.6"],
    width: 5184,
    height: 3888,
  },
  {
    make: "OLYMPUS CORPORATION",
    model: "E-M5MarkIII",
    prefix: "PA10",
    lenses: ["OLYMPUS M.12-45mm F4.0"],
    width: 5184,
    height: 3888,
  },
  {
    make: "Google",
    model: "Pixel 6",
    prefix: "PXL_",
    lenses: ["Pixel 6 back camera 6.81mm f/1.85"],
    width: 4080,
    height: 3072,
  },
  {
    make: "Canon",
    model: "Canon PowerShot S95",
    prefix: "IMG_",
    lenses: ["6.0-22.5 mm"],
    width: 3648,
    height: 2736,
  },
  { make: "DJI", model: "FC3170", prefix: "DJI_", lenses: ["4.5 mm"], width: 4000, height: 3000 },
];
