/** What every benchmark needs: measured values, rows beside their baselines, and the table that says what is missed. */
package hymio.bench;
