// Looks of the explorer whose files are opened elsewhere, and what the page says that each of them shows.

/** Two countries with what ended, members of a network, a day in the past, a city in two kinds of tie, and all there is. */
export const LOOKS = [
  { name: "two countries", path: "/explore?of=RU-US&stopped=yes" },
  { name: "members", path: "/explore?entity=c40" },
  { name: "a year", path: "/explore?of=CN-US&at=1990&undated=yes" },
  { name: "a city", path: "/explore?entity=gn5128581&layer=agreements,networks" },
  { name: "everything", path: "/explore" },
];

const FILES = 6;

/** The ties that its table lists, the places that they name, and where its files are. */
export async function shownOn(chromium, url, path) {
  const page = await chromium.newPage({ viewport: { width: 1440, height: 900 } });
  const address = new URL(path, url);
  address.searchParams.set("view", "table");
  await page.goto(address.href);
  await page.waitForSelector('#explore[data-ready="true"]', { timeout: 120_000 });
  for (let more = page.getByRole("button", { name: /^Show \d+ more$/ }); (await more.count()) > 0; ) await more.evaluate((button) => button.click());
  const shown = await page.evaluate(() => {
    const hrefs = (selector) => [...document.querySelectorAll(selector)].map((link) => link.getAttribute("href"));
    const said = document.querySelector("#explore .take").textContent.match(/Exactly the ([\d,]+) (tie|member)s? shown/);
    return {
      said: Number(said[1].replaceAll(",", "")),
      isMembers: said[2] === "member",
      ties: document.querySelectorAll("#explore tbody tr").length,
      places: new Set(hrefs('#explore tbody a[href*="/entities/"]')).size,
      files: hrefs("#explore .take ul a[download]"),
    };
  });
  await page.close();
  if (shown.said !== shown.ties || shown.files.length !== FILES) throw new Error(`${path}: ${JSON.stringify(shown)}`);
  return shown;
}
