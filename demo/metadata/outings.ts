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

/** The words of a family, and two outings for it; some outings of different families are one journey. */
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
      outing("Stowe", [44.4654, -72.6874, 220], "-04:00", [2021, 10, 9], [9, 16]),
      outing("Kyoto", [35.0116, 135.7681, 56], "+09:00", [2023, 11, 18], [10, 15]),
    ],
  },
  beach: {
    keywords: ["beach", "sea", "parasol", "summer", "aerial"],
    titles: ["From above", "Parasols", "Where the waves end"],
    outings: [
      outing("Nazaré", [39.6012, -9.0701, 96], "+01:00", [2023, 7, 22], [11, 16]),
      outing("Crozon", [48.2466, -4.4898, 90], "+02:00", [2024, 8, 20], [11, 16]),
    ],
  },
  clouds: {
    keywords: ["clouds", "sky", "summer", "fields"],
    titles: ["Fair weather", "Heaped clouds", "Above the fields"],
    outings: [
      outing("Wensleydale", [54.3071, -2.1012, 230], "+01:00", [2023, 5, 14], [11, 16]),
      outing("Pays d'Auge", [49.2136, 0.1207, 40], "+02:00", [2024, 8, 20], [13, 17]),
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
      outing("Giverny", [49.0758, 1.5337], "+02:00", [2024, 8, 20], [10, 17]),
    ],
  },
  forest: {
    keywords: ["forest", "path", "trees", "green", "hike"],
    titles: ["Into the wood", "Morning mist", "The path"],
    outings: [
      outing("Black Forest", [48.0489, 8.1936, 830], "+02:00", [2023, 6, 17], [7, 10]),
      outing("Arashiyama", [35.017, 135.6717, 60], "+09:00", [2023, 11, 18], [8, 11]),
    ],
  },
  fruit: {
    keywords: ["still life", "fruit", "kitchen", "food"],
    titles: ["Still life with fruit", "On the table", "After the market"],
    outings: [
      outing("Valencia", [39.4738, -0.3789], "+01:00", [2022, 2, 18], [11, 14]),
      outing("Dinan", [48.4536, -2.0494], "+02:00", [2024, 8, 20], [16, 18]),
    ],
  },
  harbour: {
    keywords: ["harbour", "boats", "houses", "town"],
    titles: ["Along the quay", "Boats and gables", "Still water"],
    outings: [
      outing("Bergen", [60.3975, 5.3245, 4], "+02:00", [2022, 6, 25], [10, 18]),
      outing("Honfleur", [49.4194, 0.2331, 5], "+02:00", [2024, 8, 20], [9, 13]),
    ],
  },
  lake: {
    keywords: ["lake", "reflection", "morning", "mountains"],
    titles: ["Mirror", "Before the wind", "Early on the lake"],
    outings: [
      outing("Moraine Lake", [51.3217, -116.186, 1885], "-06:00", [2022, 7, 16], [6, 9]),
      outing("Lake Biwa", [35.2506, 136.0817, 85], "+09:00", [2023, 11, 18], [6, 9]),
    ],
  },
  lighthouse: {
    keywords: ["lighthouse", "coast", "sea", "evening"],
    titles: ["The light", "Headland", "End of the land"],
    outings: [
      outing("Peggy's Cove", [44.4918, -63.9186, 12], "-03:00", [2022, 8, 21], [18, 20]),
      outing("Pointe du Petit Minou", [48.3367, -4.6144, 30], "+02:00", [2024, 8, 20], [18, 20]),
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
      outing("Osaka", [34.6937, 135.5023, 15], "+09:00", [2023, 11, 18], [18, 22]),
    ],
  },
  street: {
    keywords: ["street", "old town", "architecture", "walk"],
    titles: ["Old town", "The narrow street", "Noon in the alley"],
    outings: [
      outing("Villefranche-sur-Mer", [43.7046, 7.3115, 22], "+02:00", [2021, 6, 19], [10, 15]),
      outing("Dinan", [48.4536, -2.0494, 75], "+02:00", [2024, 8, 20], [10, 15]),
    ],
  },
  sunset: {
    keywords: ["sunset", "sea", "evening", "sky"],
    titles: ["Last light", "The sun goes down", "Evening at sea"],
    outings: [
      outing("Byron Bay", [-28.6434, 153.6122], "+11:00", [2022, 1, 6], [19, 20]),
      outing("Pointe du Raz", [48.0402, -4.7325, 70], "+02:00", [2024, 8, 20], [20, 21]),
    ],
  },
  waterfall: {
    keywords: ["waterfall", "long exposure", "river", "moss"],
    titles: ["Silk", "Below the falls", "Cold air"],
    outings: [
      outing("Plitvice", [44.8654, 15.582, 520], "+02:00", [2023, 5, 27], [9, 14]),
      outing("Minoh", [34.8539, 135.4727, 280], "+09:00", [2023, 11, 18], [10, 14]),
    ],
  },
};
