import type * as Canvas from '@napi-rs/canvas';
import { fileURLToPath } from 'node:url';
import { PICTURE_SIZE } from './addresses.ts';

/** What a picture shows. */
export interface PictureWords {
  readonly county: string;
  readonly topic: string;
  readonly title: string;
}

/** The colours of a picture: the county's own, where they are plain. */
export interface PictureColours {
  readonly brand: string;
  readonly accent: string;
}

const { width, height } = PICTURE_SIZE;
const EDGE = 84;
const LINES = { most: 4, largest: 76, smallest: 46, below: 4 } as const;
const GROUND = '#ffffff';
const TRAIL = '#c3d3e8';
const SOFT = '#4e555a';

const FONT_FILES = ['latin', 'latin-ext'].map(
  (part) => `@fontsource-variable/source-sans-3/files/source-sans-3-${part}-wght-normal.woff2`,
);
const FONTS = FONT_FILES.map((_, place) => `Polku ${place}`);

/** Draws the picture of a page as a PNG: its title large, the county's name, and the path's own line. */
export async function drawPicture(
  words: PictureWords,
  colours: PictureColours,
): Promise<Uint8Array<ArrayBuffer>> {
  const { createCanvas } = await openFonts();
  const canvas = createCanvas(width, height);
  const pen = canvas.getContext('2d');
  pen.fillStyle = GROUND;
  pen.fillRect(0, 0, width, height);
  drawTrail(pen, colours);
  drawWords(pen, drawable(words), colours);
  return new Uint8Array(await canvas.encode('png'));
}

let opened: Promise<typeof Canvas> | undefined;

/** Loads the drawing when the first picture is asked for: a start should not wait for it. */
function openFonts(): Promise<typeof Canvas> {
  opened ??= import('@napi-rs/canvas').then((canvas) => {
    for (const [place, file] of FONT_FILES.entries())
      canvas.GlobalFonts.registerFromPath(fileURLToPath(import.meta.resolve(file)), FONTS[place]);
    return canvas;
  });
  return opened;
}

/** The line of a path page, with its phases, along the lower edge. */
// A dot in the middle of a curve stands where Bézier's formula puts the middle.
function drawTrail(pen: Canvas.SKRSContext2D, { brand, accent }: PictureColours): void {
  const y = height - 72;
  pen.lineCap = 'round';
  pen.strokeStyle = TRAIL;
  pen.lineWidth = 10;
  pen.beginPath();
  pen.moveTo(660, y);
  pen.bezierCurveTo(820, y, 820, y - 60, 940, y - 60);
  pen.bezierCurveTo(1090, y - 60, 1060, y - 150, 1230, y - 150);
  pen.stroke();
  for (const [x, up] of [
    [660, 0],
    [815, 30],
    [940, 60],
  ] as const)
    dot(pen, brand, x, y - up, 14);
  dot(pen, accent, 1077, y - 105, 20);
}

function dot(
  pen: Canvas.SKRSContext2D,
  colour: string,
  x: number,
  y: number,
  radius: number,
): void {
  pen.fillStyle = GROUND;
  pen.beginPath();
  pen.arc(x, y, radius + 7, 0, 2 * Math.PI);
  pen.fill();
  pen.fillStyle = colour;
  pen.beginPath();
  pen.arc(x, y, radius, 0, 2 * Math.PI);
  pen.fill();
}

function drawWords(
  pen: Canvas.SKRSContext2D,
  words: PictureWords,
  { brand }: PictureColours,
): void {
  pen.textBaseline = 'alphabetic';
  pen.fillStyle = brand;
  pen.fillRect(0, 0, width, 14);
  font(pen, 400, 34);
  pen.fillStyle = SOFT;
  pen.fillText(shorten(pen, words.topic, width - 2 * EDGE), EDGE, 118);
  const { lines, size } = fit(pen, words.title);
  pen.fillStyle = brand;
  for (const [place, line] of lines.entries())
    pen.fillText(line, EDGE, 130 + (place + 1) * size * 1.16);
  font(pen, 600, 32);
  pen.fillStyle = brand;
  pen.fillText(shorten(pen, words.county, 520), EDGE, height - 63);
}

const font = (pen: Canvas.SKRSContext2D, weight: number, size: number): void => {
  pen.font = `${weight} ${size}px ${FONTS.map((name) => `"${name}"`).join(', ')}`;
};

/** The title in the largest letters in which it fits; one that fits in none ends in an ellipsis. */
function fit(pen: Canvas.SKRSContext2D, title: string): { lines: string[]; size: number } {
  for (let size: number = LINES.largest; ; size -= 6) {
    font(pen, 600, size);
    const lines = wrap(pen, title, width - 2 * EDGE);
    const most = size > 60 ? LINES.most - 1 : LINES.most;
    if (lines.length <= most) return { lines, size };
    if (size <= LINES.smallest) {
      const last = lines.slice(most - 1).join(' ');
      return {
        lines: [...lines.slice(0, most - 1), shorten(pen, last, width - 2 * EDGE)],
        size,
      };
    }
  }
}

/** Lines no longer than the width; a word that is longer than a line is broken anywhere. */
function wrap(pen: Canvas.SKRSContext2D, text: string, longest: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ').flatMap((whole) => broken(pen, whole, longest))) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (pen.measureText(longer).width <= longest) line = longer;
    else {
      lines.push(line);
      line = word;
    }
  }
  return [...lines, line].filter((one) => one !== '');
}

function broken(pen: Canvas.SKRSContext2D, word: string, longest: number): string[] {
  const parts = [''];
  for (const sign of word) {
    const longer = parts.at(-1) + sign;
    if (parts.at(-1) === '' || pen.measureText(longer).width <= longest)
      parts[parts.length - 1] = longer;
    else parts.push(sign);
  }
  return parts;
}

function shorten(pen: Canvas.SKRSContext2D, text: string, longest: number): string {
  if (pen.measureText(text).width <= longest) return text;
  let kept = Array.from(text);
  while (kept.length > 0 && pen.measureText(`${kept.join('').trimEnd()}…`).width > longest)
    kept = kept.slice(0, -1);
  return `${kept.join('').trimEnd()}…`;
}

const LONGEST = 300;

/**
 * The words as our letters can show them on every machine: emoji are left out, and a title of which less than half is
 * left gives its place to the topic, or to the county's name.
 */
function drawable({ county, topic, title }: PictureWords): PictureWords {
  const [ofCounty, ofTopic, ofTitle] = [county, topic, title].map(ours) as [string, string, string];
  const letters = (text: string): number => text.match(/\p{L}/gu)?.length ?? 0;
  const fits = letters(ofTitle) > 0 && 2 * letters(ofTitle) >= letters(title);
  if (fits) return { county: ofCounty, topic: ofTopic, title: ofTitle };
  return { county: ofCounty, topic: '', title: letters(ofTopic) > 0 ? ofTopic : ofCounty };
}

const ours = (text: string): string =>
  text
    .slice(0, LONGEST)
    .normalize('NFC')
    .replaceAll(/[^\p{Script=Latin}0-9 .,:;!?()&%+=/'"”’“‘«»–—§€°-]/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
