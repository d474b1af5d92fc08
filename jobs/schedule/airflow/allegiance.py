"""Allegiance under Airflow 2.4 and later, and 3: the night, the training, the maintenance, and the check at the deadline.

The DAGs contain no logic. The program says by its exit code whether another try makes sense. 10 (not there yet), 12 (another run
holds the lease) and 20 (failed, safe to run again) are retried after a while. Every other code fails the task at once, because
it needs a person. The workers need Java 17, the folder below, and the SPRING_DATASOURCE_* variables in their environment. The
maintenance needs those of the maintaining account, so give it a queue of its own.

Airflow 3 has no sla as Airflow 2 has, so the DAG at the deadline says when a night is too late.
"""

import subprocess
from datetime import timedelta
from zoneinfo import ZoneInfo

import pendulum
from airflow.exceptions import AirflowException, AirflowFailException

try:
    from airflow.sdk import dag, task
except ImportError:  # Airflow 2
    from airflow.decorators import dag, task

ALLEGIANCE = "/opt/allegiance/jobs/allegiance"
ZONE = "UTC"  # the same as allegiance.zone in jobs/nightly.yaml
RETRIED = {10, 12, 20}

DAG = {
    "start_date": pendulum.datetime(2025, 1, 1, tz=ZONE),
    "catchup": False,  # 'allegiance backfill' runs missing nights
    "max_active_runs": 1,
    "tags": ["allegiance"],
}
TASK = {
    "retries": 12,
    "retry_delay": timedelta(minutes=10),
    "execution_timeout": timedelta(hours=6),
}


def run(*arguments):
    """Runs a command, prints its output, and turns its exit code into Airflow's exceptions."""
    with subprocess.Popen(
        [ALLEGIANCE, *arguments], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as process:
        for line in process.stdout:
            print(line, end="")
    code = process.returncode
    if code in RETRIED:
        raise AirflowException(f"allegiance {arguments[0]} ended with {code}: tried again later")
    if code != 0:
        raise AirflowFailException(f"allegiance {arguments[0]} ended with {code}: see the runbook")


def day_before(data_interval_end):
    """The business date, from the time when the run was due, so that a retry after midnight has the same date."""
    return str((data_interval_end.astimezone(ZoneInfo(ZONE)) - timedelta(days=1)).date())


@dag(dag_id="allegiance_nightly", schedule="30 2 * * *", **DAG)
def nightly():
    @task(**TASK)
    def night(data_interval_end=None):
        run("nightly", "--date", day_before(data_interval_end), "--scheduler")

    night()


@dag(dag_id="allegiance_deadline", schedule="0 7 * * *", **DAG)
def deadline():
    @task(**TASK)
    def is_published(data_interval_end=None):
        run("status", "--alert", "--date", day_before(data_interval_end))

    is_published()


@dag(dag_id="allegiance_train", schedule="0 1 * * 0", **DAG)
def train():
    @task(**TASK)
    def model(data_interval_end=None):
        run("train", "--as-of", day_before(data_interval_end))

    model()


@dag(dag_id="allegiance_maintain", schedule="0 12 * * 0", **DAG)
def maintain():
    @task(**TASK)
    def room():
        run("maintain")

    room()


nightly()
deadline()
train()
maintain()
