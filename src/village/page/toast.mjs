import { store } from './store.mjs';

const TOAST_MS = 4_000;
let timer;

/** A line at the foot of the page, for a moment. */
export function toast(text) {
  clearTimeout(timer);
  store.set({ toast: text });
  timer = setTimeout(() => store.set({ toast: '' }), TOAST_MS);
}

/** Runs a request; its refusal becomes a toast. True when it went well. */
export async function attempt(work) {
  try {
    await work();
    return true;
  } catch (error) {
    toast(error.message);
    return false;
  }
}
