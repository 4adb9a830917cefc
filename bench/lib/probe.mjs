import { answering } from './answering.mjs';

/** Loaded into the program that is measured: tells what it has used so far. Nothing runs unless asked. */
answering({
  used: () => {
    const { user, system } = process.cpuUsage();
    return { cpuS: (user + system) / 1e6, rss: process.memoryUsage().rss };
  },
});
process.channel?.unref();
