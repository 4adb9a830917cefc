/**
 * How long tests wait for something that must come. It guards against hanging alone and measures nothing: continuous
 * integration runs on two cores that others load as well. A figure that a test is about is asserted beside it.
 */
export const PATIENCE_MS = 45_000;
