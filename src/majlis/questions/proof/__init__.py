"""What holds of all cases of a procedure: claims that a solver proves, or refutes with a scenario."""
