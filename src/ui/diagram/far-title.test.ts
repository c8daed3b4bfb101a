import { describe, expect, it } from 'vitest';
import { layOutFarTitle } from './far-title.ts';

describe('layOutFarTitle', () => {
  it('leaves a short name on its line', () => {
    expect(layOutFarTitle('orders', { width: 140, height: 90 }).lines).toEqual(['orders']);
  });

  it('breaks a long name at its joints, where that makes it larger', () => {
    const room = { width: 150, height: 120 };
    const broken = layOutFarTitle('order_status_history', room);
    expect(broken.lines).toEqual(['order_', 'status_', 'history']);
    expect(broken.size).toBeGreaterThan(room.width / (20 * 0.62));
    expect(layOutFarTitle('customer_balances', room).lines).toEqual(['customer_', 'balances']);
  });

  it('keeps to one line in a low box', () => {
    expect(layOutFarTitle('order_status_history', { width: 200, height: 30 }).lines).toHaveLength(1);
  });

  it('fits the box, and leaves nothing out', () => {
    for (const title of ['a', 'x'.repeat(46), 'sales.order-lines of 2024', '_', 'a_b_c_d_e_f_g_h_i_j_k_l_m_n_o_p']) {
      const { lines, size } = layOutFarTitle(title, { width: 140, height: 60 });
      expect(lines.join('')).toBe(title);
      for (const line of lines) expect(line.length * size * 0.62).toBeLessThanOrEqual(140 + 1e-9);
      expect(lines.length * size).toBeLessThanOrEqual(60);
    }
  });
});
