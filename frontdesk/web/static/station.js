// One station: its terminal, its connection to the server, and what a page must do that a terminal's window does by itself.
import { Terminal } from "./vendor/xterm-6.0.0/xterm.mjs";
import { Unicode11Addon } from "./vendor/xterm-addon-unicode11-0.9.0/addon-unicode11.mjs";
import { Connection } from "./connection.js";

const { kind, version } = document.body.dataset;
const words = JSON.parse(document.body.dataset.words);
const grounds = JSON.parse(document.body.dataset.grounds);
const host = document.getElementById("terminal");
const notice = document.getElementById("notice");
// Latin first: with a Chinese typeface first, the dot in a plate is drawn two cells wide.
const FONTS =
  '"Cascadia Mono", Consolas, Menlo, "DejaVu Sans Mono", "Liberation Mono", "Noto Sans Mono CJK SC",' +
  ' "Noto Sans CJK SC", "Microsoft YaHei", "PingFang SC", monospace';
const UNFINISHED = "data-unfinished"; // Something is half filled in, or a dialog is open.
const FEWEST = { columns: 80, rows: 24 };

const terminal = new Terminal({
  fontFamily: FONTS, fontSize: fontSize(), scrollback: 0, cursorBlink: false, macOptionIsMeta: true, allowProposedApi: true,
  theme: colours(theme()),
});
// The station counts two cells for a picture sign that somebody typed; the terminal's own table is from before those.
terminal.loadAddon(new Unicode11Addon());
terminal.unicode.activeVersion = "11";

function theme() {
  return localStorage.getItem("theme") === "light" ? "light" : "dark";
}

function colours(name) {
  document.documentElement.style.background = grounds[name];
  return { background: grounds[name] };
}

// -- its size ----------------------------------------------------------------------------------------------------

function fontSize() {
  // The lounge's display is read from afar; elsewhere 80 columns and 24 rows must have room.
  const wanted = kind === "lounge" ? Math.max(16, innerHeight / 40) : 16;
  const most = Math.min(host.clientWidth / FEWEST.columns / 0.61, host.clientHeight / FEWEST.rows / 1.2);
  return Math.max(8, Math.floor(Math.min(wanted, most)));
}

function fit() {
  terminal.options.fontSize = fontSize();
  const drawn = host.querySelector(".xterm-screen").getBoundingClientRect();
  if (!drawn.width || !drawn.height) return;
  const columns = Math.floor(host.clientWidth / (drawn.width / terminal.cols));
  const rows = Math.floor(host.clientHeight / (drawn.height / terminal.rows));
  const size = [Math.min(500, Math.max(20, columns)), Math.min(300, Math.max(5, rows))];
  if (size[0] === terminal.cols && size[1] === terminal.rows) return;
  terminal.resize(...size);
  connection.tell({ columns: size[0], rows: size[1] });
}

let fitting = 0;
addEventListener("resize", () => {
  clearTimeout(fitting);
  fitting = setTimeout(fit, 50);
});

// -- its keys ----------------------------------------------------------------------------------------------------

// A browser gives these away in an app's window only. In a tab they come with Alt.
const BY_ALT = { KeyN: "\x0e", KeyT: "\x14", KeyW: "\x17", KeyQ: "\x11" };
const OF_THE_BROWSER = new Set(["F11", "v", "V", "+", "-", "=", "0"]);

terminal.attachCustomKeyEventHandler((event) => {
  if (event.altKey && !event.ctrlKey && !event.metaKey && (event.code in BY_ALT || event.code === "KeyI")) {
    if (event.type === "keydown" && event.code === "KeyI") compose();
    else if (event.type === "keydown") connection.type(BY_ALT[event.code]);
    event.preventDefault();
    return false;
  }
  if (event.key === "F11" || event.metaKey || (event.ctrlKey && event.shiftKey)) return false;
  if (event.ctrlKey && !event.altKey && OF_THE_BROWSER.has(event.key)) return false;
  if (event.ctrlKey && event.key === "c" && terminal.hasSelection()) return false;
  return true;
});

// Chinese is composed in a hidden box: what stays in it there would be counted into the next character.
function emptyAfterComposing(box) {
  let composing = false;
  box.addEventListener("compositionstart", () => (composing = true));
  box.addEventListener("compositionend", () => {
    composing = false;
    setTimeout(() => { if (!composing) box.value = ""; }, 20);
  });
}

// -- a line of its own to compose in, for touch screens and input methods that lose characters --------------------

const line = document.getElementById("compose");

function compose() {
  line.hidden = !line.hidden;
  fit();
  if (line.hidden) terminal.focus();
  else line.elements[0].focus();
}

line.elements[0].placeholder = words.compose;
line.elements[1].textContent = words.put;
line.addEventListener("submit", (event) => {
  event.preventDefault();
  const [box] = line.elements;
  if (box.value) terminal.paste(box.value);
  else connection.type("\r");
  box.value = "";
});
line.addEventListener("keydown", (event) => {
  if (event.isComposing || !(event.key === "Escape" || (event.altKey && event.code === "KeyI"))) return;
  event.preventDefault();
  compose();
});
let pressed = 0;
host.addEventListener("touchstart", () => { pressed = setTimeout(compose, 700); }, { passive: true });
for (const end of ["touchend", "touchmove", "touchcancel"]) {
  host.addEventListener(end, () => clearTimeout(pressed), { passive: true });
}

// -- what it says itself -----------------------------------------------------------------------------------------

function say(what, button, act) {
  const [text, press] = notice.children;
  text.textContent = what;
  press.hidden = !button;
  press.textContent = button ?? "";
  press.onclick = () => { hush(); act(); };
  notice.hidden = false;
  if (button) press.focus();
}

function hush() {
  notice.hidden = true;
  terminal.focus();
}

function play(urgency) {
  const name = ["alarm", "emergency"].includes(urgency) ? urgency : "notice";
  new Audio(`/static/sounds/${name}.wav`).play().catch(() => {
    say(words.mute);
    addEventListener("keydown", hush, { once: true, capture: true });
  });
}

function print({ url, name }) {
  const shown = open(url);
  if (shown) shown.addEventListener("load", () => shown.print());
  else say(words.paper.replace("{name}", name), words.show, () => open(url));
}

// -- its connection ----------------------------------------------------------------------------------------------

const connection = new Connection(kind, () => ({
  version, columns: terminal.cols, rows: terminal.rows, theme: theme(),
}), {
  drawn: (bytes) => terminal.write(bytes),
  opened: (isAnew) => {
    hush();
    terminal.reset();
    fit();
    if (isAnew) say(words.anew, words.read, () => {});
  },
  lost: (isDeaf) => say(isDeaf ? words.deaf : words.lost),
  sound: ({ urgency }) => play(urgency),
  paper: print,
  unfinished: ({ is }) => { document.body.toggleAttribute(UNFINISHED, is); },
  theme: ({ name }) => {
    localStorage.setItem("theme", name);
    terminal.options.theme = colours(name);
  },
  bye: ({ why, said }) => {
    const open = () => connection.open();
    if (why === "taken") say(words.taken, words.take, open);
    else if (why === "unpaired") say(words.unpaired, words.pair, () => location.assign("/"));
    else if (why === "version") setTimeout(() => location.reload(), 1000);
    else if (why === "server") { say(words.server); setTimeout(open, 1000); }
    else if (kind === "lounge" && (why === "ended" || why === "failed")) setTimeout(open, 2000);
    else say(said || words[why], words.again, open);
  },
});

const hint = document.getElementById("hint");
const [hinted, hide] = hint.children;
hinted.textContent = words.tab;
hide.onclick = () => { localStorage.setItem("hinted", "1"); hint.hidden = true; fit(); terminal.focus(); };
hint.hidden = kind === "lounge" || localStorage.getItem("hinted") === "1" || !matchMedia("(display-mode: browser)").matches;
line.hidden = kind === "lounge" || !matchMedia("(pointer: coarse)").matches;
terminal.open(host);
emptyAfterComposing(terminal.textarea);
terminal.onData((typed) => connection.type(typed));
terminal.onBell(() => play("notice"));
addEventListener("beforeunload", (event) => { if (document.body.hasAttribute(UNFINISHED)) event.preventDefault(); });
addEventListener("focus", () => { if ((notice.hidden || notice.children[1].hidden) && line.hidden) terminal.focus(); });
host.addEventListener("pointerdown", () => { if (notice.children[1].hidden) hush(); });
terminal.focus();
document.fonts.ready.then(() => {
  fit();
  connection.open();
});

// The lounge's display stays lit while it is looked at.
if (kind === "lounge" && navigator.wakeLock) {
  const keepLit = () => { if (!document.hidden) navigator.wakeLock.request("screen").catch(() => {}); };
  document.addEventListener("visibilitychange", keepLit);
  keepLit();
}
