"""The SQL of the views; what the two engines write differently stands in braces."""

FRAGMENTS = {
    "sqlite": {
        "{year}": "CASE WHEN i.period GLOB '[0-9][0-9][0-9][0-9]*' THEN substr(i.period, 1, 4) END",
        "{each post}": "json_each(m.posts) AS post",
        "{days after first}": "CAST(julianday(first_used_on) - julianday(min(first_used_on) OVER (PARTITION BY formula)) AS integer)",
        "{lag}": "CAST(julianday(posted_on) - julianday(first_on) AS integer)",
    },
    "postgresql": {
        "{year}": "substring(i.period from '^[0-9]{4}')",
        "{each post}": "jsonb_array_elements_text(m.posts) AS post(value)",
        "{days after first}": "first_used_on - min(first_used_on) OVER (PARTITION BY formula)",
        "{lag}": "posted_on - first_on",
    },
}

_VALID = "(d.valid_from IS NULL OR d.valid_from <= r.published_on) AND (d.valid_to IS NULL OR d.valid_to >= r.published_on)"

_FORERUNNER = f"FROM division AS d WHERE d.successor = r.adcode AND d.code <> r.adcode AND {_VALID}"
_TODAY = "SELECT t.short_name FROM division AS t WHERE t.code = r.adcode AND t.valid_to IS NULL LIMIT 1"

# The name on the day: what today's code meant then; else the forerunner that bore the same name (孟津县 for 孟津区), or the only one; else today's name.
REPORT_CARD = f"""
SELECT r.id AS report_id, r.title, r.published_on,
       CASE WHEN length(r.publish_date) >= 7 THEN substr(r.publish_date, 1, 7) END AS month,
       r.adcode,
       coalesce(
         (SELECT d.name FROM division AS d WHERE d.code = r.adcode AND {_VALID} ORDER BY d.valid_from DESC NULLS LAST LIMIT 1),
         (SELECT d.name {_FORERUNNER} AND d.short_name = ({_TODAY}) ORDER BY d.valid_from DESC NULLS LAST LIMIT 1),
         (SELECT CASE WHEN count(*) = 1 THEN min(d.name) END {_FORERUNNER}),
         r.region_name) AS division_name,
       r.genre, r.source, p.id AS posting_id, p.site_id, p.url, c.warc_file, c.warc_offset, c.fetched_at
FROM report AS r
LEFT JOIN posting AS p ON p.report_id = r.id AND p.link_kind = 'first'
LEFT JOIN capture AS c ON c.id = (
  SELECT v.capture_id FROM version AS v WHERE v.posting_id = p.id AND v.capture_id IS NOT NULL ORDER BY v.first_seen_at DESC, v.id DESC LIMIT 1)
WHERE NOT r.set_aside
"""  # noqa: S608  our own text

GROWTH_TARGETS = """
SELECT r.adcode, r.division_name, {year} AS year, i.period, i.name AS indicator, i.raw_name, i.value, i.value_high, i.unit, i.comparator, i.wording,
       i.quote AS evidence, r.published_on, r.title, r.report_id, r.url, r.warc_file, r.warc_offset
FROM indicator AS i JOIN report_card AS r ON r.report_id = i.report_id
WHERE i.kind = 'target' AND i.measure = 'growth'
"""

TARGETS_AND_RESULTS = """
WITH stated AS (
  SELECT r.adcode, r.division_name, {year} AS year, i.period, i.name, i.measure, coalesce(i.unit, '') AS unit, i.kind, i.value, i.value_high,
         i.comparator, i.wording, i.quote, i.report_id,
         row_number() OVER (
           PARTITION BY r.adcode, i.period, i.name, i.measure, coalesce(i.unit, ''), CASE WHEN i.kind = 'target' THEN 1 ELSE 0 END
           ORDER BY CASE WHEN i.kind = 'estimate' THEN 1 ELSE 0 END, r.published_on, i.id) AS nth_first,
         row_number() OVER (
           PARTITION BY r.adcode, i.period, i.name, i.measure, coalesce(i.unit, ''), CASE WHEN i.kind = 'target' THEN 1 ELSE 0 END
           ORDER BY CASE WHEN i.kind = 'estimate' THEN 1 ELSE 0 END, r.published_on DESC, i.id DESC) AS nth_last
  FROM indicator AS i JOIN report_card AS r ON r.report_id = i.report_id
  WHERE i.period IS NOT NULL AND r.adcode IS NOT NULL)
SELECT t.adcode, t.division_name, t.year, t.period, t.name AS indicator, t.measure, nullif(t.unit, '') AS unit,
       t.value AS target, t.value_high AS target_high, t.comparator, t.wording AS target_wording, t.quote AS target_evidence,
       t.report_id AS target_report_id, a.value AS result, a.kind AS result_kind, a.quote AS result_evidence, a.report_id AS result_report_id,
       CASE WHEN t.value IS NULL OR a.value IS NULL THEN NULL
            WHEN t.comparator = 'lt' THEN a.value < t.value
            WHEN t.comparator = 'le' THEN a.value <= t.value
            WHEN t.comparator = 'gt' THEN a.value > t.value
            ELSE a.value >= t.value END AS is_met
FROM stated AS t
LEFT JOIN stated AS a ON a.kind <> 'target' AND a.nth_last = 1 AND a.adcode = t.adcode AND a.period = t.period AND a.name = t.name
                     AND a.measure = t.measure AND a.unit = t.unit
WHERE t.kind = 'target' AND t.nth_first = 1
"""

OFFICIALS = """
SELECT person, post, adcode, max(division_name) AS division_name, min(published_on) AS first_seen_on, max(published_on) AS last_seen_on,
       count(DISTINCT report_id) AS reports, min(CASE WHEN nth_first = 1 THEN report_id END) AS first_report_id,
       min(CASE WHEN nth_last = 1 THEN report_id END) AS last_report_id
FROM (
  SELECT m.name AS person, post.value AS post, r.adcode, r.region_name AS division_name, r.published_on, r.id AS report_id,
         row_number() OVER (PARTITION BY m.name, post.value, r.adcode ORDER BY r.published_on NULLS LAST, r.id) AS nth_first,
         row_number() OVER (PARTITION BY m.name, post.value, r.adcode ORDER BY r.published_on DESC NULLS LAST, r.id DESC) AS nth_last
  FROM mention AS m JOIN report AS r ON r.id = m.report_id CROSS JOIN {each post}
  WHERE NOT r.set_aside) AS seen
GROUP BY person, post, adcode
"""

MEETINGS_BY_MONTH = """
SELECT substr(r.publish_date, 1, 7) AS month, r.adcode, max(r.region_name) AS division_name, m.kind,
       count(DISTINCT m.name) AS meetings, count(DISTINCT r.id) AS reports
FROM meeting AS m JOIN report AS r ON r.id = m.report_id
WHERE NOT r.set_aside AND length(r.publish_date) >= 7
GROUP BY substr(r.publish_date, 1, 7), r.adcode, m.kind
"""

FORMULA_FIRST_USE = """
SELECT formula, name, adcode, division_name, first_used_on, {days after first} AS days_after_first,
       rank() OVER (PARTITION BY formula ORDER BY first_used_on) AS place_in_order, reports, evidence, report_id, url
FROM (
  SELECT f.key AS formula, f.name, r.adcode, r.division_name, r.published_on AS first_used_on, f.quote AS evidence, r.report_id, r.url,
         row_number() OVER (PARTITION BY f.key, r.adcode ORDER BY r.published_on, f.id) AS nth,
         count(*) OVER (PARTITION BY f.key, r.adcode) AS reports
  FROM (SELECT min(id) AS id FROM formula GROUP BY report_id, key) AS once
  JOIN formula AS f ON f.id = once.id
  JOIN report_card AS r ON r.report_id = f.report_id
  WHERE r.published_on IS NOT NULL) AS used
WHERE nth = 1
"""

REPORT_LINEAGE = """
SELECT first_report_id, report_id, kind, share_kept, title, first_url, first_site, first_on, url, site, posted_on, {lag} AS lag_days
FROM (
  SELECT r.report_id AS first_report_id, r.report_id, p.link_kind AS kind, p.score AS share_kept, r.title, r.url AS first_url,
         s.name AS first_site, r.published_on AS first_on, p.url, ps.name AS site, p.published_on AS posted_on
  FROM posting AS p JOIN report_card AS r ON r.report_id = p.report_id AND p.id <> r.posting_id
  LEFT JOIN site AS s ON s.id = r.site_id LEFT JOIN site AS ps ON ps.id = p.site_id
  UNION ALL
  SELECT r.report_id, later.report_id, l.kind, l.score, r.title, r.url, s.name, r.published_on, later.url, ls.name, later.published_on
  FROM report_link AS l JOIN report_card AS r ON r.report_id = l.other_id JOIN report_card AS later ON later.report_id = l.report_id
  LEFT JOIN site AS s ON s.id = r.site_id LEFT JOIN site AS ls ON ls.id = later.site_id) AS copies
"""

BULK_RESTAMPED = """
SELECT r.report_id, r.site_id, s.published_minute, s.reports, r.title, r.url, r.warc_file, r.warc_offset
FROM report_card AS r
JOIN report AS d ON d.id = r.report_id
JOIN (
  SELECT p.site_id, substr(d.publish_date, 1, 16) AS published_minute, count(DISTINCT d.id) AS reports
  FROM report AS d JOIN posting AS p ON p.report_id = d.id AND p.link_kind = 'first'
  WHERE length(d.publish_date) >= 16
  GROUP BY p.site_id, substr(d.publish_date, 1, 16)
  HAVING count(DISTINCT d.id) > 20) AS s
ON s.site_id = r.site_id AND s.published_minute = substr(d.publish_date, 1, 16)
"""

REPORTS_BY_MONTH = """
SELECT substr(r.publish_date, 1, 7) AS month, r.adcode, max(r.region_name) AS division_name, r.genre,
       count(DISTINCT r.id) AS reports, count(p.id) AS postings
FROM report AS r LEFT JOIN posting AS p ON p.report_id = r.id
WHERE NOT r.set_aside AND length(r.publish_date) >= 7
GROUP BY substr(r.publish_date, 1, 7), r.adcode, r.genre
"""
