import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { describeInBrowser } from "./harness/describe-in-browser.js";
import { writeFixtureSite } from "./harness/fixture-site.js";
import { manyPhotos } from "./harness/many-photos.js";
import { WORDED_PHOTOS } from "./harness/worded-photos.js";
import type { PageApi } from "./page/page.js";

declare const akin: PageApi;

describeInBrowser("words", (tested) => {
  beforeAll(async () => {
    await writeFixtureSite(join(tested.folder, "worded"), { photos: WORDED_PHOTOS });
    await writeFixtureSite(join(tested.folder, "plain"), {
      photos: manyPhotos(400, 8),
      dimensions: 8,
    });
  });

  /** What is typed, and the names of the files that it should find. */
  const FOUND: [text: string, names: string[]][] = [
    ["IMG_2041", ["IMG_2041"]],
    ["img2041", ["IMG_2041"]],
    ["2041", ["DSC02041", "IMG_2041"]],
    ["DSC02041", ["DSC02041"]],
    ["dsc 2041", ["DSC02041"]],
    ["dsc02", ["DSC02041"]],
    ["02041 ", ["DSC02041"]],
    ["rome 204", ["DSC02041", "IMG_2041"]],
    ["2024-05-18", ["PXL_20240518_101530123"]],
    ["20240517", ["PXL_20240518_101530123"]],
    ["pxl_2024", ["PXL_20240518_101530123"]],
    ["東京", ["スカイツリー", "浅草寺の雷門"]],
    ["雷門 旅行", ["浅草寺の雷門"]],
    ["門雷", []],
    ["ツリ", ["スカイツリー"]],
    ["공원", ["한강공원에서"]],
    ["พระ", ["วัดพระแก้ว"]],
    ["harbour trip", ["Café Übersee", "harbour", "harbour-lights"]],
    ["HarbourTrip", ["Café Übersee", "harbour", "harbour-lights"]],
    ["harb ligh", []],
    ["harb* ligh", ["harbour-lights"]],
    ["harbour ligh", ["harbour-lights"]],
    ["harbour ligh ", []],
    ['"harbour ligh"', []],
    ['"harbour ligh', ["harbour-lights"]],
    ["“harbour lights”", ["harbour-lights"]],
    ["cafe", ["Cafe\u0301 decomposed", "Café Übersee"]],
    ["CAFÉ ubersee", ["Café Übersee"]],
    ["красная", ["Красная площадь"]],
    ["full width カタカナ", ["ＦＵＬＬ ｗｉｄｔｈ ｶﾀｶﾅ"]],
    ["ｆｕｌｌ", ["ＦＵＬＬ ｗｉｄｔｈ ｶﾀｶﾅ"]],
  ];

  test("finds what people type", async () => {
    const texts = FOUND.map(([text]) => text);
    const found = await tested.page.evaluate(async (texts) => {
      const gallery = await akin.openGallery("../worded/");
      return Promise.all(
        texts.map(async (text) => {
          const photos = await gallery.search({ where: { text } });
          return [text, photos.map(({ path }) => path.replace(/.*\/|\.[^.]*$/g, "")).sort()];
        }),
      );
    }, texts);
    expect(found).toEqual(FOUND);
  });

  test("nothing that is typed is refused", async () => {
    const hostile = [
      ..."\"'*()^:-+{}[]<>|&~\\/%_.,;!?#\0\u0007\u200d\ud800",
      'filename:"a"',
      "folder: sea",
      "{filename folder}: sea",
      "NEAR(sea rome, 3)",
      "sea AND OR NOT NEAR",
      "^sea + rome*",
      '"""" "" "',
      '"a" "b',
      "a\0b",
      "-sea",
      "'; DROP TABLE images; --",
      "\ud83d\ude00 🏖️",
      "a ".repeat(5000),
      "東".repeat(5000),
      "x".repeat(100_000),
      '"'.repeat(999),
      "* * *",
      "é́́́ ̈",
    ];
    const failures = await tested.page.evaluate(async (hostile) => {
      const gallery = await akin.openGallery("../worded/");
      const answers = await Promise.all(
        hostile.flatMap((text) => [
          akin.failure(gallery.search({ where: { text } })),
          akin.failure(gallery.count({ text, tag: "none" })),
          akin.failure(gallery.suggest(text)),
          akin.failure(gallery.respell(text)),
        ]),
      );
      return answers.filter((answer) => !answer.startsWith("no failure"));
    }, hostile);
    expect(failures).toEqual([]);
  });

  test("suggests facets that begin with the last words or contain them, and words", async () => {
    const [harb, two, inside, chinese, words, none] = await tested.page.evaluate(async () => {
      const gallery = await akin.openGallery("../worded/");
      return Promise.all([
        gallery.suggest("lights harb"),
        gallery.suggest("seen in rome 20", { limit: 1 }),
        gallery.suggest("ixtu"),
        gallery.suggest("京旅"),
        gallery.suggest("lant", { limit: 2 }),
        gallery.suggest("harbour "),
      ]);
    });
    expect(harb).toEqual([
      { kind: "tag", value: "HarbourTrip", photos: 3, start: 7 },
      { kind: "folder", value: "HarbourTrip", photos: 3, start: 7 },
      { kind: "word", value: "harbour", photos: 3, start: 7 },
      { kind: "word", value: "harbourtrip", photos: 3, start: 7 },
    ]);
    expect(two).toEqual([{ kind: "tag", value: "Rome 2024", photos: 2, start: 8 }]);
    expect(inside).toEqual([
      { kind: "tag", value: "fixture", photos: WORDED_PHOTOS.length, start: 0 },
    ]);
    expect(chinese.map(({ kind, value }) => `${kind} ${value}`)).toEqual([
      "tag 東京旅行",
      "folder 東京旅行",
    ]);
    expect(words.map(({ value }) => value)).toEqual(["lantern", "lanterns"]);
    expect(none).toEqual([]);
  });

  test("respells words that the gallery has not", async () => {
    const respelled = await tested.page.evaluate(async () => {
      const gallery = await akin.openGallery("../worded/");
      const texts = [
        "hrabour ligths",
        '"harbur lights" 2041',
        "lamtern ",
        "harbour lant",
        "Übersse",
        "красноя",
        "rome ",
        "romr ",
        "rme ",
        "東寺 IMG_9999",
        "xylophone",
      ];
      return Promise.all(texts.map((text) => gallery.respell(text)));
    });
    expect(respelled).toEqual([
      "harbour lights",
      '"harbour lights" 2041',
      "lantern ",
      null,
      "ubersee",
      "красная",
      null,
      "rome ",
      null,
      null,
      null,
    ]);
  });

  test("says what to loosen, and counts facets with a kind's own filter left out", async () => {
    const [loosened, colours, none, newest] = await tested.page.evaluate(async () => {
      const gallery = await akin.openGallery("../plain/");
      const where = { text: "glac", colour: "green", from: "2021", to: "2022" };
      return Promise.all([
        gallery.loosen({ ...where, folder: "glacier" }),
        gallery.facets("colour", { where: { text: "glac" } }),
        gallery.loosen({ text: "no such word" }),
        gallery.search({ where: { colour: ["green", "white"], text: "near" }, limit: 500 }),
      ]);
    });
    const photos = manyPhotos(400, 8);
    const glaciers = photos.filter(({ path }) => path.startsWith("glacier/"));
    const until2022 = glaciers.filter(({ takenAt }) => takenAt !== null && takenAt < "2023");
    expect(loosened).toEqual([
      { without: "colour", photos: until2022.length },
      ...["text", "from", "to", "folder"].map((without) => ({ without, photos: 0 })),
    ]);
    expect(colours).toEqual([
      { value: "blue", photos: glaciers.length },
      { value: "white", photos: glaciers.length },
    ]);
    expect(none).toEqual([{ without: "text", photos: photos.length }]);
    expect(newest.map(({ path }) => path).sort()).toEqual(
      photos
        .map(({ path }) => path)
        .filter((path) => /^(glacier|orchard)\/near/.test(path))
        .sort(),
    );
  });

  test("similar photos within a colour and a text", async () => {
    const paths = await tested.page.evaluate(async () => {
      const gallery = await akin.openGallery("../plain/");
      const [first] = await gallery.search({ where: { text: "market" }, limit: 1 });
      const where = { colour: "white", text: "far" };
      const found = await gallery.search({ plus: [first?.id ?? 0], where, limit: 5 });
      return found.map(({ path, distance }) => [path, typeof distance] as const);
    });
    expect(paths).toHaveLength(5);
    for (const [path, distance] of paths) {
      expect(path).toMatch(/^glacier\/far\//);
      expect(distance).toBe("number");
    }
  });

  test.each([{}, { text: "glac*" }, { text: "viaduct 7" }, { colour: "green" }])(
    "%o page by page is the same as at once",
    async (where) => {
      const [whole, pages] = await tested.page.evaluate(async (where) => {
        const gallery = await akin.openGallery("../plain/");
        const whole = await gallery.search({ where, limit: 1000 });
        const offsets = Array.from({ length: 60 }, (_, page) => page * 7);
        const pages = await Promise.all(
          offsets.map((offset) => gallery.search({ where, limit: 7, offset })),
        );
        return [whole, pages.flat()] as const;
      }, where);
      expect(whole.length).toBeGreaterThan(0);
      expect(pages).toEqual(whole);
    },
  );
});
