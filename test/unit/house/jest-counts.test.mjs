import { countsOf } from '../../../scripts/lib/jest.mjs';

const passed = { status: 'passed' };
const failed = { status: 'failed' };
const report = (over) => ({
  numPassedTests: 3,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  testResults: [{ status: 'passed', assertionResults: [passed, passed, passed] }],
  ...over,
});

describe('counting a run', () => {
  it('adds nothing to a run that went well', () => {
    expect(countsOf(report(), 0)).toEqual({ passed: 3, failed: 0, skipped: 0 });
  });

  it('counts failed and skipped tests', () => {
    const testResults = [{ status: 'failed', assertionResults: [passed, failed] }];
    expect(countsOf(report({ numFailedTests: 1, numPendingTests: 2, testResults }), 1)).toEqual({
      passed: 3,
      failed: 1,
      skipped: 2,
    });
  });

  it('counts a file that did not load or that leaked, though its tests passed', () => {
    const testResults = [
      { status: 'failed', assertionResults: [passed] },
      { status: 'failed', assertionResults: [] },
    ];
    expect(countsOf(report({ testResults }), 1).failed).toBe(2);
  });

  it('never calls a run good that ended badly', () => {
    expect(countsOf(report(), 1).failed).toBe(1);
    expect(countsOf(null, 137)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });
});
