-- Publications whose segments do not add up to their customers, or have a segment twice: dbt expects no row.
select b.publication, b.customers, sum(s.customers) as customers_of_segments
from {{ source('allegiance', 'score_publication') }} b
join {{ source('allegiance', 'segment_summary') }} s on s.publication = b.publication
group by b.publication, b.customers
having b.customers <> sum(s.customers) or count(*) <> count(distinct s.segment)
