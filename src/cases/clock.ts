/** The product's time. Nothing in the house reads the machine's clock but the one made here by main. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
}
