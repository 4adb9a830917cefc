/** Why the product cannot start: one clear line for the engineer, no stack. */
export class StartFault extends Error {}
