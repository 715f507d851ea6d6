// Holds the HTML report to what a board may ask of it: on every example log, and on the page that each golden case expects.
//
//   cd tests/validators && npm ci --ignore-scripts && node html.mjs ../../build/dev/concordat
//
// The Nu checker finds no error and no warning. In a real browser (Chromium, $CHROMIUM or /usr/bin/chromium) axe finds no
// violation, on a wide screen, on a phone and in print; nothing is requested, no script runs and nothing is logged; the page
// itself never scrolls sideways, and what does can be reached by keyboard; on paper nothing is cut and no row breaks.

import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

import { chromium } from 'playwright-core';
import vnuJar from 'vnu-jar';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const paper = 702; // px: A4 less its margins, at 96 to the inch

// ---- The pages -------------------------------------------------------------------------------------------------------

function* examples(program) {
  for (const folder of readdirSync(path.join(root, 'examples'), { withFileTypes: true }).filter((entry) => entry.isDirectory())) {
    for (const file of readdirSync(path.join(root, 'examples', folder.name)).filter((name) => name.endsWith('.yaml'))) {
      const log = path.join('examples', folder.name, file);
      const print = () => spawnSync(program, ['check', '--format', 'html', log], { cwd: root, maxBuffer: 1 << 28 }).stdout.toString();
      const page = print();
      if (page !== print()) throw new Error(`${log}: two runs give two pages`);
      yield [log, page];
    }
  }
}

function* cases() {
  const files = readdirSync(path.join(root, 'tests/cases'), { recursive: true }).filter((file) => path.basename(file) === 'cmd');
  for (const file of files.sort()) {
    const folder = path.join('tests/cases', path.dirname(file));
    const asked = /--format[ =]html(?::(\S+))?/.exec(readFileSync(path.join(root, folder, 'cmd'), 'utf8'));
    const expected = path.join(folder, asked?.[1] ? `expected.${asked[1]}` : 'expected');
    if (asked && existsSync(path.join(root, expected))) yield [expected, readFileSync(path.join(root, expected), 'utf8')];
  }
}

// ---- The checks; each gives what it has to complain of --------------------------------------------------------------------

function checkMarkup(file) {
  const run = spawnSync('java', ['-jar', vnuJar, '--stdout', '--format', 'json', file], { maxBuffer: 1 << 28 });
  if (run.error || !run.stdout.length) return [`the Nu checker did not run: ${run.error ?? run.stderr}`];
  return JSON.parse(run.stdout).messages.map((m) => `${m.type} in line ${m.lastLine}: ${m.message}`);
}

async function checkAccess(page, where) {
  // Not as a script of the page: it would then be the page's own.
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ['violations'] }));
  return violations.map((v) => `axe, ${where}: ${v.id}: ${v.help}: ${v.nodes[0].html.slice(0, 200)} (${v.nodes.length} in all)`);
}

async function checkWidth(page, where) {
  const [wanted, given] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
  return wanted > given ? [`${where}: the page is ${wanted} px wide in a window of ${given} px`] : [];
}

async function checkPaper(page) {
  const faults = await page.evaluate(() => {
    const found = [];
    const edge = document.documentElement.clientWidth + 1;
    for (const element of document.querySelectorAll('main *')) {
      const box = element.getBoundingClientRect();
      if (box.width > 1 && box.right > edge) found.push(`cut at the right edge: ${element.outerHTML.slice(0, 120)}`);
    }
    for (const row of document.querySelectorAll('tr'))
      if (getComputedStyle(row).breakInside !== 'avoid') found.push('a row may break');
    for (const head of document.querySelectorAll('thead'))
      if (getComputedStyle(head).display !== 'table-header-group') found.push('a table does not repeat its head');
    for (const box of document.querySelectorAll('.scroller'))
      if (getComputedStyle(box).overflowX !== 'visible') found.push('a box scrolls on paper');
    return [...new Set(found)].slice(0, 5);
  });
  const pdf = await page.pdf({ format: 'A4', preferCSSPageSize: true });
  if (pdf.subarray(0, 5).toString() !== '%PDF-') faults.push('no PDF');
  return faults.map((fault) => `on paper: ${fault}`);
}

async function checkInBrowser(context, file) {
  const faults = [];
  const page = await context.newPage();
  const address = pathToFileURL(file).href;
  page.on('request', (request) => request.url() !== address && faults.push(`requests ${request.url()}`));
  page.on('console', (message) => faults.push(`console: ${message.text()}`));
  page.on('pageerror', (error) => faults.push(`script error: ${error.message}`));
  page.on('dialog', (dialog) => (faults.push(`dialog: ${dialog.message()}`), dialog.dismiss()));
  await page.goto(address, { waitUntil: 'networkidle' });
  if (await page.locator('script, link, img, iframe, object, embed, [onload], [onclick], [onerror]').count()) faults.push('an element that it may not have');
  for (const width of [1280, 768, 360, 320]) {
    await page.setViewportSize({ width, height: 800 });
    faults.push(...(await checkWidth(page, `${width} px`)));
    if (width === 1280 || width === 360) faults.push(...(await checkAccess(page, `${width} px`)));
  }
  await page.setViewportSize({ width: paper, height: 1000 });
  await page.emulateMedia({ media: 'print' });
  faults.push(...(await checkWidth(page, 'print')), ...(await checkPaper(page)));
  await page.close();
  return faults;
}

// ---- The run -----------------------------------------------------------------------------------------------------------

if (process.argv.length !== 3) {
  console.error('usage: node html.mjs PROGRAM');
  process.exit(2);
}
const program = path.resolve(process.argv[2]);
const scratch = mkdtempSync(path.join(tmpdir(), 'concordat-html-'));
const flags = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
const context = await chromium.launchPersistentContext(path.join(scratch, 'profile'), {
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  headless: true,
  args: ['--headless', ...flags],
});

let passed = 0;
let failed = 0;
for (const [name, text] of [...examples(program), ...cases()]) {
  const file = path.join(scratch, 'page.html');
  writeFileSync(file, text);
  const faults = text === '' ? ['no page'] : [...checkMarkup(file), ...(await checkInBrowser(context, file))];
  for (const fault of faults) console.error(`${name}: ${fault}`);
  faults.length === 0 ? (passed += 1) : (failed += 1);
}
await context.close();
rmSync(scratch, { recursive: true });
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 || passed === 0 ? 1 : 0);
