// Uses VS Code in a browser as a person would, and prints what it saw as JSON.
//
//     node drive.mjs URL SCREENSHOTS        a session on main.go: squiggles, hover, quick fix, save
//     node drive.mjs URL SCREENSHOTS one    waits until main.go has exactly one squiggle
//     node drive.mjs URL SCREENSHOTS assembly  opens f_amd64.s beside main.go and reads its one problem
//     node drive.mjs URL SCREENSHOTS toast  only opens main.go and reads the message that pops up

import { join } from "node:path";
import { chromium } from "playwright-core";

const scenes = { session, one: seeOneProblem, assembly: seeAssembly, toast: readToast };
const [url, screenshots, scene = "session"] = process.argv.slice(2);
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM,
  args: ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});
const page = await browser.newPage({ viewport: { width: 1100, height: 620 } });
page.setDefaultTimeout(60_000);

try {
  await page.goto(url);
  await openFile("main.go");
  console.log(JSON.stringify(await scenes[scene]()));
} catch (error) {
  await screenshot("failure");
  throw error;
} finally {
  await browser.close();
}

async function session() {
  const squiggles = page.locator(".squiggly-error");
  await page.waitForFunction(() => document.querySelectorAll(".squiggly-error").length >= 2);
  const before = await squiggles.count();
  await screenshot("1-diagnostics");

  await page.mouse.move(...(await placeOf("runtime.nanotime", "//go:linkname nanotime")));
  const hover = await readHover("func nanotime() int64");
  await screenshot("2-hover");

  await page.mouse.move(...(await placeOf("nanotime", "func nanotime")));
  const problem = await readHover("LN301");
  await screenshot("3-problem");

  const actions = await openQuickFixes("nanotime", "func nanotime");
  const titles = (await actions.allInnerTexts()).map(plain);
  await screenshot("4-actions");

  await actions.filter({ hasText: "func nanotime() int64" }).click();
  await page.locator(".view-line", { hasText: "func nanotime() int64" }).waitFor();
  await page.waitForFunction((count) => document.querySelectorAll(".squiggly-error").length < count, before);
  const after = await squiggles.count();
  await page.keyboard.press("Control+s");
  await page.locator(".tab.active:not(.dirty)").waitFor();
  await screenshot("5-fixed");

  // A new server must know the file as it is now.
  await page.keyboard.press("F1");
  await page.keyboard.type("golinkname-ls: Restart");
  await page.locator(".quick-input-list .monaco-list-row", { hasText: "Restart Language Server" }).click();
  await page.waitForFunction(() => document.querySelectorAll(".squiggly-error").length === 0);
  await page.waitForFunction((count) => document.querySelectorAll(".squiggly-error").length === count, after);

  return { squiggles: { before, after }, hover, problem, actions: titles };
}

async function seeOneProblem() {
  await page.waitForFunction(() => document.querySelectorAll(".squiggly-error").length === 1);
  await page.mouse.move(...(await placeOf("nanotime", "func nanotime")));
  return { problem: await readHover("golinkname-ls") };
}

async function seeAssembly() {
  await page.locator(".explorer-folders-view .monaco-list-row", { hasText: "f_amd64.s" }).dblclick();
  await page.locator(".view-line", { hasText: "allglen" }).waitFor();
  await page.waitForFunction(() => document.querySelectorAll(".squiggly-error").length === 1);
  await page.mouse.move(...(await placeOf("allglen", "MOVQ")));
  return { problem: await readHover("golinkname-ls") };
}

/** The quick fixes at a piece of text. VS Code closes its menu when the focus moves as it opens: then it is asked for again. */
async function openQuickFixes(text, line) {
  const actions = page.locator(".action-widget .monaco-list-row.action");
  const none = page.locator(".monaco-editor-overlaymessage", { hasText: "No code actions" });
  for (let attempt = 1; ; attempt++) {
    await page.mouse.click(...(await placeOf(text, line)));
    await page.keyboard.press("Control+.");
    try {
      await actions.or(none).first().waitFor({ timeout: 15_000 });
    } catch (error) {
      if (attempt === 4) throw error;
      await page.keyboard.press("Escape");
      continue;
    }
    if (await none.isVisible()) throw new Error(`VS Code has no quick fix at ${text}`);
    return actions;
  }
}

async function readHover(text) {
  const hover = page.locator(".monaco-hover:visible", { hasText: text }).first();
  await hover.waitFor();
  return plain(await hover.innerText());
}

async function readToast() {
  const toast = page.locator(".notification-toast", { hasText: "golinkname-ls" }).first();
  await toast.waitFor();
  await screenshot("6-not-found");
  return { toast: plain(await toast.innerText()), toasts: await page.locator(".notification-toast").count() };
}

async function openFile(name) {
  await page.locator(".explorer-folders-view .monaco-list-row", { hasText: name }).dblclick();
  await page.locator(".view-line", { hasText: "package" }).waitFor();
}

/** The middle, in pixels, of a piece of text on the first line of the editor that has `line` in it. */
async function placeOf(text, line) {
  const row = page.locator(".view-line", { hasText: line }).first();
  return row.evaluate((element, wanted) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const start = node.data.indexOf(wanted);
      if (start >= 0) {
        const range = document.createRange();
        range.setStart(node, start);
        range.setEnd(node, start + wanted.length);
        const box = range.getBoundingClientRect();
        return [box.x + box.width / 2, box.y + box.height / 2];
      }
    }
    throw new Error(`${wanted} is not on that line`);
  }, text);
}

async function screenshot(name) {
  await page.waitForTimeout(500); // what pops up fades in
  await page.screenshot({ path: join(screenshots, `${name}.png`) });
}

/** Text with VS Code's no-break spaces made plain. */
function plain(text) {
  return text.replaceAll("\u00a0", " ");
}
