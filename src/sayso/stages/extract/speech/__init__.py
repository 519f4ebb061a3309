"""Who says so: quotations, indirect statements, and the source of any words of a report."""

from sayso.stages.extract.speech.speech import Speech, SpeechPlan, plan_speech, read_speech

__all__ = ["Speech", "SpeechPlan", "plan_speech", "read_speech"]
