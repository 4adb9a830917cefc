/**
 * The one door to preact and htm; everything that is shown goes through `html`, which escapes all text. Effects are
 * layout effects only: the others run some time after the paint, and a fast finger may be there before.
 */
export { html, render, useLayoutEffect, useRef, useState } from './vendor/preact.mjs';

/** Joins class names, leaving out what is false. */
export function classes(...names) {
  return names.filter(Boolean).join(' ');
}
