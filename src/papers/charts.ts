import { BarChart } from 'echarts/charts';
import { GridComponent, LegendComponent } from 'echarts/components';
import { init, use, type EChartsCoreOption } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import type { PostPicture } from '../cases/posts/picture.js';
import { FONT_FAMILY } from './font.js';
import { BLUE, GREEN, INK, LINE, QUIET } from './svg.js';

use([BarChart, GridComponent, LegendComponent, SVGRenderer]);

/** A chart as SVG, without a browser; the picture sets it into its place. */
function drawChart(width: number, height: number, option: EChartsCoreOption): string {
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height });
  try {
    chart.setOption({ animation: false, textStyle: { fontFamily: FONT_FAMILY, color: INK }, ...option });
    return chart.renderToSVGString();
  } finally {
    chart.dispose();
  }
}

const LETTERS = 24;

/** 收到 and 办结 day by day, beside each other. */
export function dayChart(days: NonNullable<PostPicture['days']>, width: number, height: number): string {
  const many = days.labels.length > 10;
  return drawChart(width, height, {
    color: [BLUE, GREEN],
    legend: {
      top: 0,
      right: 0,
      itemWidth: 24,
      itemHeight: 18,
      itemGap: 24,
      textStyle: { fontSize: 26, color: INK },
    },
    grid: { left: 8, right: 8, top: 56, bottom: 8 },
    xAxis: {
      type: 'category',
      data: days.labels,
      axisTick: { show: false },
      axisLine: { lineStyle: { color: LINE } },
      axisLabel: { fontSize: LETTERS, color: QUIET, interval: many ? 4 : 0 },
    },
    yAxis: {
      type: 'value',
      minInterval: 1,
      splitNumber: 3,
      splitLine: { lineStyle: { color: LINE } },
      axisLabel: { fontSize: LETTERS, color: QUIET },
    },
    series: days.series.map(({ name, values }) => ({
      type: 'bar',
      name,
      data: values.map((value) => ({ value, label: { show: !many && value > 0 } })),
      barGap: '12%',
      barCategoryGap: many ? '24%' : '36%',
      itemStyle: { borderRadius: [4, 4, 0, 0] },
      label: { position: 'top', fontSize: LETTERS, color: INK },
    })),
  });
}

/** Kinds of matter, the most frequent on top. */
export function shareChart(rows: { name: string; count: number }[], width: number, height: number): string {
  return drawChart(width, height, {
    color: [BLUE],
    grid: { left: 8, right: 64, top: 0, bottom: 0 },
    xAxis: { type: 'value', show: false },
    yAxis: {
      type: 'category',
      inverse: true,
      data: rows.map((row) => row.name),
      axisTick: { show: false },
      axisLine: { show: false },
      axisLabel: { fontSize: 28, color: INK, margin: 16 },
    },
    series: [
      {
        type: 'bar',
        data: rows.map((row) => row.count),
        barWidth: 26,
        itemStyle: { borderRadius: 6 },
        label: { show: true, position: 'right', fontSize: 28, color: INK },
      },
    ],
  });
}

/** A drawn chart at its place: its own root becomes a nested picture. */
export function placed(svg: string, x: number, y: number): string {
  return svg.replace(/^<svg /u, `<svg x="${x}" y="${y}" `);
}
