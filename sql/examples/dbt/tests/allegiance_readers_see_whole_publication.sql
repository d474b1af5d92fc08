-- The publication that readers see, where it has another number of customers than it was published with: dbt expects no row.
select b.publication, b.customers, c.customers_seen
from {{ source('allegiance', 'score_pointer') }} p
join {{ source('allegiance', 'score_publication') }} b on b.publication = p.publication
cross join (select count(*) as customers_seen from {{ source('allegiance', 'current_customer_score') }}) c
where b.customers <> c.customers_seen
