import type { Family } from "../families/scenes.js";

/** A place where photos of a family are taken. */
export interface Outing {
  place: string;
  latitude: number;
  longitude: number;
  /** Metres; unknown where left out. */
  altitude?: number;
  offset: string;
  /** The first day, and the hours between which photos are taken. */
  day: readonly [number, number, number];
  hours: readonly [number, number];
}

/** The words of a family, and two outings for it. */
export interface Occasion {
  keywords: readonly string[];
  titles: readonly string[];
  outings: readonly [Outing, Outing];
}

function outing(
  place: string,
  at: readonly [number, number, number?],
  offset: string,
  day: readonly [number, number, number],
  hours: readonly [number, number],
): Outing {
  const [latitude, longitude, altitude] = at;
  return {
    place,
    latitude,
    longitude,
    ...(altitude !== undefined && { altitude }),
    offset,
    day,
    hours,
  };
}

export const OCCASIONS: Record<Family, Occasion> = {
  aurora: {
    keywords: ["aurora", "northern lights", "night", "winter"],
    titles: ["Northern lights", "Green night", "Curtains of light"],
    outings: [
      outing("Tromsø", [69.6492, 18.9553, 12], "+01:00", [2022, 2, 11], [21, 23]),
      outing("Abisko", [68.3495, 18.8312, 385], "+01:00", [2024, 3, 3], [20, 23]),
    ],
  },
  autumn: {
    keywords: ["autumn", "leaves", "maple", "red"],
    titles: ["Maple leaves", "October light", "Against the sun"],
    outings: [
      outing("Kyoto", [35.0116, 135.7681, 56], "+09:00", [2023, 11, 18], [10, 15]),
      outing("Stowe", [44.4654, -72.6874, 220], "-04:00", [2021, 10, 9], [9, 16]),
    ],
  },
  beach: {
    keywords: ["beach", "sea", "parasol", "summer", "aerial"],
    titles: ["From above", "Parasols", "Where the waves end"],
    outings: [
      outing("Nazaré", [39.6012, -9.0701, 96], "+01:00", [2023, 7, 22], [11, 16]),
      outing("Positano", [40.6281, 14.485, 110], "+02:00", [2022, 8, 5], [10, 15]),
    ],
  },
  clouds: {
    keywords: ["clouds", "sky", "flight", "window seat"],
    titles: ["Window seat", "Above the weather", "Sea of clouds"],
    outings: [
      outing("over the Alps", [46.5, 9.8, 10668], "+02:00", [2023, 5, 14], [9, 12]),
      outing("over the Atlantic", [47.2, -32.4, 11277], "-02:00", [2024, 1, 20], [12, 15]),
    ],
  },
  dunes: {
    keywords: ["desert", "dunes", "sand", "travel"],
    titles: ["Dunes in low sun", "Wind and sand", "The long ridge"],
    outings: [
      outing("Merzouga", [31.0802, -4.0133, 720], "+01:00", [2022, 11, 4], [7, 9]),
      outing("Sossusvlei", [-24.7275, 15.3428, 570], "+02:00", [2024, 5, 27], [16, 18]),
    ],
  },
  flowers: {
    keywords: ["flower", "garden", "macro", "spring"],
    titles: ["In bloom", "Garden portrait", "After the rain"],
    outings: [
      outing("Kew Gardens", [51.4787, -0.2956], "+01:00", [2023, 6, 3], [10, 16]),
      outing("Keukenhof", [52.2697, 4.5462], "+02:00", [2022, 4, 30], [10, 17]),
    ],
  },
  forest: {
    keywords: ["forest", "path", "trees", "green", "hike"],
    titles: ["Into the wood", "Morning mist", "The path"],
    outings: [
      outing("Black Forest", [48.0489, 8.1936, 830], "+02:00", [2023, 6, 17], [7, 10]),
      outing("Sintra", [38.7879, -9.3907, 310], "+01:00", [2021, 5, 8], [8, 11]),
    ],
  },
  fruit: {
    keywords: ["still life", "fruit", "kitchen", "food"],
    titles: ["Still life with fruit", "On the table", "After the market"],
    outings: [
      outing("Aix-en-Provence", [43.5297, 5.4474], "+02:00", [2021, 9, 12], [15, 18]),
      outing("Valencia", [39.4738, -0.3789], "+01:00", [2024, 2, 18], [11, 14]),
    ],
  },
  harbour: {
    keywords: ["harbour", "boats", "houses", "town"],
    titles: ["Along the quay", "Boats and gables", "Still water"],
    outings: [
      outing("Bergen", [60.3975, 5.3245, 4], "+02:00", [2022, 6, 25], [10, 18]),
      outing("Honfleur", [49.4194, 0.2331, 5], "+02:00", [2023, 8, 12], [9, 13]),
    ],
  },
  lake: {
    keywords: ["lake", "reflection", "morning", "mountains"],
    titles: ["Mirror", "Before the wind", "Early on the lake"],
    outings: [
      outing("Lake Bled", [46.3636, 14.0938, 475], "+02:00", [2023, 9, 2], [6, 9]),
      outing("Moraine Lake", [51.3217, -116.186, 1885], "-06:00", [2022, 7, 16], [6, 9]),
    ],
  },
  lighthouse: {
    keywords: ["lighthouse", "coast", "sea", "evening"],
    titles: ["The light", "Headland", "End of the land"],
    outings: [
      outing("Pointe du Petit Minou", [48.3367, -4.6144, 30], "+02:00", [2022, 9, 10], [18, 20]),
      outing("Peggy's Cove", [44.4918, -63.9186, 12], "-03:00", [2024, 8, 21], [18, 20]),
    ],
  },
  mountains: {
    keywords: ["mountains", "snow", "peaks", "hike"],
    titles: ["Clear day", "The north face", "First snow"],
    outings: [
      outing("Zermatt", [45.9763, 7.6586, 2580], "+02:00", [2021, 10, 2], [9, 15]),
      outing("Annapurna", [28.5306, 83.8781, 4130], "+05:45", [2023, 4, 8], [7, 12]),
    ],
  },
  "night-city": {
    keywords: ["city", "night", "skyline", "lights"],
    titles: ["Skyline", "After dark", "Lights on the water"],
    outings: [
      outing("Chicago", [41.8916, -87.6079, 180], "-05:00", [2022, 10, 15], [19, 22]),
      outing("Singapore", [1.2839, 103.8607, 15], "+08:00", [2024, 6, 8], [19, 22]),
    ],
  },
  street: {
    keywords: ["street", "old town", "architecture", "walk"],
    titles: ["Old town", "The narrow street", "Noon in the alley"],
    outings: [
      outing("Lisbon", [38.7115, -9.1303, 60], "+01:00", [2023, 10, 7], [10, 16]),
      outing("Villefranche-sur-Mer", [43.7046, 7.3115, 22], "+02:00", [2021, 6, 19], [10, 15]),
    ],
  },
  sunset: {
    keywords: ["sunset", "sea", "evening", "sky"],
    titles: ["Last light", "The sun goes down", "Evening at sea"],
    outings: [
      outing("Santorini", [36.4618, 25.3753, 140], "+03:00", [2022, 9, 24], [18, 19]),
      outing("Byron Bay", [-28.6434, 153.6122], "+11:00", [2024, 1, 6], [19, 20]),
    ],
  },
  waterfall: {
    keywords: ["waterfall", "long exposure", "river", "moss"],
    titles: ["Silk", "Below the falls", "Cold air"],
    outings: [
      outing("Plitvice", [44.8654, 15.582, 520], "+02:00", [2023, 5, 27], [9, 14]),
      outing("Multnomah Falls", [45.5762, -122.1158, 25], "-07:00", [2022, 5, 1], [10, 14]),
    ],
  },
};
