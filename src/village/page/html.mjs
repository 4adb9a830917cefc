/** The one door to preact and htm; everything that is shown goes through `html`, which escapes all text. */
export { html, render, useEffect, useLayoutEffect, useRef, useState, useCallback } from './vendor/preact.mjs';

/** Joins class names, leaving out what is false. */
export function classes(...names) {
  return names.filter(Boolean).join(' ');
}
