/**
 * The queries of Nexmark in the SQL of Flink that end in streaming and in batch. Those that do not are tested apart: q6,
 * which Flink plans in batch only; q10, a partitioned file sink; q11, and q12 of the time of processing. q13, whose side
 * input has to be looked up, is run on a real database, in the end-to-end suite.
 */
export const QUERIES: Readonly<Record<string, string>> = {
  q0: 'SELECT auction, bidder, price, bidTime FROM bid',
  q1: 'SELECT auction, bidder, price * 2, bidTime FROM bid',
  q2: 'SELECT auction, price FROM bid WHERE MOD(auction, 7) = 0',
  q3: `SELECT p.name, p.city, p.state, a.id FROM auction AS a INNER JOIN person AS p ON a.seller = p.id
    WHERE a.category = 10 AND p.state IN ('OR', 'ID', 'CA')`,
  q4: `SELECT category, AVG(final) FROM (
      SELECT MAX(b.price) AS final, a.category FROM auction a, bid b
      WHERE a.id = b.auction AND b.bidTime BETWEEN a.auctionTime AND a.expires GROUP BY a.id, a.category)
    GROUP BY category`,
  q5: `SELECT a.auction, a.num FROM (
      SELECT auction, COUNT(*) AS num, window_start AS s, window_end AS e
      FROM HOP(TABLE bid, DESCRIPTOR(bidTime), INTERVAL '20' SECOND, INTERVAL '2' MINUTE)
      GROUP BY auction, window_start, window_end) AS a
    JOIN (SELECT MAX(num) AS maxn, s, e FROM (
      SELECT COUNT(*) AS num, window_start AS s, window_end AS e
      FROM HOP(TABLE bid, DESCRIPTOR(bidTime), INTERVAL '20' SECOND, INTERVAL '2' MINUTE)
      GROUP BY auction, window_start, window_end) GROUP BY s, e) AS m
    ON a.s = m.s AND a.e = m.e AND a.num >= m.maxn`,
  q7: `SELECT b.auction, b.price, b.bidder, m.e FROM bid b JOIN (
      SELECT MAX(price) AS maxprice, window_start AS s, window_end AS e
      FROM TUMBLE(TABLE bid, DESCRIPTOR(bidTime), INTERVAL '2' MINUTE) GROUP BY window_start, window_end) m
    ON b.price = m.maxprice AND b.bidTime >= m.s AND b.bidTime < m.e`,
  q8: `SELECT p.id, p.name, p.s FROM (
      SELECT id, name, window_start AS s, window_end AS e
      FROM TUMBLE(TABLE person, DESCRIPTOR(personTime), INTERVAL '2' MINUTE)
      GROUP BY id, name, window_start, window_end) p
    JOIN (SELECT seller, window_start AS s, window_end AS e
      FROM TUMBLE(TABLE auction, DESCRIPTOR(auctionTime), INTERVAL '2' MINUTE)
      GROUP BY seller, window_start, window_end) a
    ON p.id = a.seller AND p.s = a.s AND p.e = a.e`,
  q9: `SELECT id, bidder, price FROM (
      SELECT a.id, b.bidder, b.price, ROW_NUMBER() OVER (PARTITION BY a.id ORDER BY b.price DESC, b.bidTime ASC) AS rn
      FROM auction a, bid b WHERE a.id = b.auction AND b.bidTime BETWEEN a.auctionTime AND a.expires) WHERE rn <= 1`,
  q14: `SELECT auction, bidder, price * 2 AS doubled, count_char(url, 'c') AS c,
      CASE WHEN HOUR(bidTime) BETWEEN 8 AND 18 THEN 'day' ELSE 'night' END AS t FROM bid WHERE price * 2 > 19000`,
  q15: `SELECT DATE_FORMAT(bidTime, 'yyyy-MM-dd') AS d, COUNT(*), COUNT(*) FILTER (WHERE price < 1000),
      COUNT(*) FILTER (WHERE price >= 1000 AND price < 5000), COUNT(DISTINCT bidder),
      COUNT(DISTINCT bidder) FILTER (WHERE price < 1000), COUNT(DISTINCT auction) FROM bid
    GROUP BY DATE_FORMAT(bidTime, 'yyyy-MM-dd')`,
  q16: `SELECT channel, DATE_FORMAT(bidTime, 'yyyy-MM-dd') AS d, MAX(DATE_FORMAT(bidTime, 'HH:mm')), COUNT(*),
      COUNT(DISTINCT bidder), COUNT(DISTINCT auction) FILTER (WHERE price >= 1000) FROM bid
    GROUP BY channel, DATE_FORMAT(bidTime, 'yyyy-MM-dd')`,
  q17: `SELECT auction, DATE_FORMAT(bidTime, 'yyyy-MM-dd') AS d, COUNT(*), COUNT(*) FILTER (WHERE price < 1000), MIN(price),
      MAX(price), AVG(price), SUM(price) FROM bid GROUP BY auction, DATE_FORMAT(bidTime, 'yyyy-MM-dd')`,
  q18: `SELECT auction, bidder, price, bidTime FROM (
      SELECT *, ROW_NUMBER() OVER (PARTITION BY bidder, auction ORDER BY bidTime DESC) AS rn FROM bid) WHERE rn <= 1`,
  q19: `SELECT auction, bidder, price FROM (
      SELECT *, ROW_NUMBER() OVER (PARTITION BY auction ORDER BY price DESC) AS rn FROM bid) WHERE rn <= 10`,
  q20: `SELECT b.auction, b.bidder, b.price, a.itemName, a.category FROM bid b
    INNER JOIN auction a ON b.auction = a.id WHERE a.category = 10`,
  q21: `SELECT auction, bidder, price, channel, CASE WHEN LOWER(channel) = 'apple' THEN '0' WHEN LOWER(channel) = 'google'
      THEN '1' ELSE REGEXP_EXTRACT(url, '(&|^)channel_id=([^&]*)', 2) END AS channel_id FROM bid
    WHERE REGEXP_EXTRACT(url, '(&|^)channel_id=([^&]*)', 2) IS NOT NULL OR LOWER(channel) IN ('apple', 'google')`,
  q22: `SELECT auction, bidder, price, channel, SPLIT_INDEX(url, '/', 3), SPLIT_INDEX(url, '/', 4), SPLIT_INDEX(url, '/', 5)
    FROM bid`,
};

/** The winning bid of each auction. */
export const WINNING = `SELECT id, seller, price, bidTime FROM (
    SELECT a.id, a.seller, b.price, b.bidTime, ROW_NUMBER() OVER (PARTITION BY a.id ORDER BY b.price DESC, b.bidTime) AS rn
    FROM auction a, bid b WHERE a.id = b.auction AND b.bidTime BETWEEN a.auctionTime AND a.expires) WHERE rn <= 1`;
/** The average of the last winning bids of each seller. */
export const Q6 = `SELECT seller, AVG(price) OVER (PARTITION BY seller ORDER BY bidTime ROWS BETWEEN 10 PRECEDING AND CURRENT ROW)
  FROM (${WINNING})`;
