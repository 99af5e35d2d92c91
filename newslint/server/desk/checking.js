/** When the text is checked: a moment after one stops typing, and only the last answer counts. */

import { check } from "./api.js";

export class Checking {
  /** `given` makes what is sent; `answered` gets the text and the answer, `failed` an error, `busy` true or false. */
  constructor({ given, answered, failed, busy }) {
    Object.assign(this, { given, answered, failed, busy });
    this.turn = 0;
    this.timer = 0;
    this.running = Promise.resolve();
  }

  /** Check soon: the longer the text, the longer the wait. */
  soon(length) {
    clearTimeout(this.timer);
    this.turn++;
    this.timer = setTimeout(() => this.now(), Math.min(1200, 250 + length / 200));
  }

  /** Check at once; resolves when the answer has been shown, or was overtaken. */
  now() {
    clearTimeout(this.timer);
    this.timer = 0;
    this.running = this.run(++this.turn);
    return this.running;
  }

  /** Check nothing any more; an answer that is still to come is dropped. */
  stop() {
    clearTimeout(this.timer);
    this.timer = 0;
    this.turn++;
    this.abort?.abort();
    this.busy(false);
  }

  /** Resolves when the last text has been checked. */
  async settled() {
    if (this.timer) await this.now();
    else await this.running;
  }

  async run(turn) {
    this.abort?.abort();
    this.abort = new AbortController();
    const given = this.given();
    this.busy(true);
    try {
      const answer = await check(given, this.abort.signal);
      if (turn === this.turn) this.answered(given, answer);
    } catch (error) {
      if (turn === this.turn && error.name !== "AbortError") this.failed(error);
    } finally {
      if (turn === this.turn) this.busy(false);
    }
  }
}
