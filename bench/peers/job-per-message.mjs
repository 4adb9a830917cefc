import { Queue, Worker } from 'bullmq';
import { Redis } from 'ioredis';
import natural from 'natural';
import { answering, endWithParent } from '../lib/answering.mjs';

/** What one would write first: a job for each message, its worker classifies it and the result stays with the job. */
const QUEUE = 'messages';
/** Messages being added, and jobs being worked on, at one time: as many as the product reads side by side. */
const AT_ONCE = 64;

let queue = null;
let left = 0;
let drained = () => undefined;

/** Chinese has no blanks: natural gets a text's characters as its words. */
const wordsOf = (text) => [...text];

async function open({ redis, learn }) {
  const classifier = new natural.BayesClassifier();
  for (const { text, kind } of learn) classifier.addDocument(wordsOf(text), kind);
  classifier.train();
  const connect = () => new Redis({ path: redis, maxRetriesPerRequest: null });
  queue = new Queue(QUEUE, { connection: connect() });
  const classify = async (job) => ({ kind: classifier.classify(wordsOf(job.data.text)) });
  const worker = new Worker(QUEUE, classify, { connection: connect(), concurrency: AT_ONCE });
  worker.on('error', (error) => console.error(error));
  worker.on('completed', () => (left -= 1) === 0 && drained());
  await worker.waitUntilReady();
}

/** Seconds until every message's class stands in Redis. */
async function take(messages) {
  left = messages.length;
  const end = new Promise((resolve) => (drained = resolve));
  const began = performance.now();
  const waiting = [...messages];
  const add = async () => {
    for (let one = waiting.pop(); one; one = waiting.pop())
      await queue.add('message', { id: one.id, room: one.room, from: one.from, text: one.text, at: one.at });
  };
  waiting.reverse();
  await Promise.all([...Array.from({ length: AT_ONCE }, add), end]);
  return (performance.now() - began) / 1000;
}

endWithParent();
answering({ open, take });
