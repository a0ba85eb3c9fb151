// The connection of a page to its station. It comes back by itself, and nothing that was typed is lost or comes twice.

const LATER_MS = [250, 500, 1000, 2000, 3000];
const KEPT_MS = 15000; // What is typed while there is no connection waits for so long; later nobody is listened to.
const PIECE = 48 * 1024;

export class Connection {
  #kind; #about; #on; #socket = null; #tries = 0; #lostAt = 0; #timer = 0; #isReady = false;
  #waiting = []; // What was typed, until the server says that it has it.
  #taken; // How many pieces the server has had of this session; nothing known yet.
  #session;

  constructor(kind, about, on) {
    this.#kind = kind;
    this.#about = about;
    this.#on = on;
    this.#session = sessionStorage.getItem(this.#key) ?? "";
    addEventListener("online", () => { if (this.#timer) this.open(); });
  }

  get #key() {
    return `session-${this.#kind}`;
  }

  open() {
    clearTimeout(this.#timer);
    this.#timer = 0;
    const scheme = location.protocol === "https:" ? "wss:" : "ws:";
    const asked = new URLSearchParams({ ...this.#about(), session: this.#session });
    const socket = new WebSocket(`${scheme}//${location.host}/ws/${this.#kind}?${asked}`);
    socket.binaryType = "arraybuffer";
    let isOver = false;
    socket.onmessage = ({ data }) => {
      if (socket !== this.#socket) return;
      if (typeof data !== "string") return this.#on.drawn(new Uint8Array(data));
      const told = JSON.parse(data);
      if (told.t === "hello") this.#opened(told);
      else if (told.t === "taken") this.#drop(told.count);
      else {
        if (told.t === "bye") {
          isOver = true;
          this.#isReady = false;
          this.#waiting = [];
          this.#taken = undefined;
        }
        this.#on[told.t]?.(told);
      }
    };
    socket.onclose = () => {
      if (socket !== this.#socket) return;
      this.#socket = null;
      this.#isReady = false;
      if (!isOver) this.#lost();
    };
    this.#socket = socket;
  }

  type(typed) {
    const isDeaf = this.#lostAt && Date.now() - this.#lostAt > KEPT_MS;
    const isTouch = typed.startsWith("\x1b[<");
    if (isDeaf || (this.#lostAt && isTouch)) return;
    const bytes = new TextEncoder().encode(typed);
    for (let at = 0; at < bytes.length; at += PIECE) {
      const piece = bytes.slice(at, at + PIECE);
      this.#waiting.push(piece);
      if (this.#isReady) this.#socket.send(piece);
    }
  }

  tell(size) {
    if (this.#isReady) this.#socket.send(JSON.stringify(size));
  }

  #opened({ session, taken }) {
    if (this.#taken !== undefined && session === this.#session) this.#drop(taken);
    else if (this.#taken !== undefined) this.#waiting = [];
    const isAnew = this.#taken !== undefined && session !== this.#session;
    this.#session = session;
    sessionStorage.setItem(this.#key, session);
    this.#taken = taken;
    this.#tries = this.#lostAt = 0;
    this.#isReady = true;
    this.#on.opened(isAnew);
    for (const piece of this.#waiting) this.#socket.send(piece);
  }

  #drop(taken) {
    this.#waiting.splice(0, taken - this.#taken);
    this.#taken = taken;
  }

  #lost() {
    this.#lostAt ||= Date.now();
    this.#on.lost(Date.now() - this.#lostAt > KEPT_MS);
    this.#timer = setTimeout(() => this.open(), LATER_MS[Math.min(this.#tries, LATER_MS.length - 1)]);
    this.#tries += 1;
    // Refused instead of lost: the page itself says why.
    fetch(`/${this.#kind}`, { cache: "no-store" }).then(({ status }) => { if (status === 403) location.reload(); }, () => {});
  }
}
