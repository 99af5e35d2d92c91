/**
 * Where code points stand in a string. newslint counts code points, JavaScript counts UTF-16 units: a sign beyond
 * U+FFFF, such as an emoji, is one of the first and two of the second.
 */

export class Points {
  /** @param {string} text */
  constructor(text) {
    this.pairs = []; // the code-point offsets of signs that take two units, in order
    for (let unit = 0, point = 0; unit < text.length; unit++, point++) {
      if (isPair(text, unit)) {
        this.pairs.push(point);
        unit++;
      }
    }
    this.length = text.length - this.pairs.length;
  }

  /** The unit at which a code point stands. */
  unit(point) {
    return point + countBelow(this.pairs.length, (n) => this.pairs[n] < point);
  }

  /** The code point at which a unit stands; the second unit of a sign stands for that sign. */
  point(unit) {
    return unit - countBelow(this.pairs.length, (n) => this.pairs[n] + n < unit);
  }
}

function isPair(text, unit) {
  return (text.charCodeAt(unit) & 0xfc00) === 0xd800 && (text.charCodeAt(unit + 1) & 0xfc00) === 0xdc00;
}

/** How many of 0 … length - 1 fulfil a condition that holds up to a certain number and for none after it. */
export function countBelow(length, holds) {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}
